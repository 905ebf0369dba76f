package io.tokenpace.mock.api;

import java.util.List;

/**
 * What a request wants the content of its answer to be.
 *
 * @param thinking whether and how it is to think
 * @param stopSequences texts that end the answer just before they would appear
 * @param tools what it may call
 */
record ContentAsk(ThinkingAsk thinking, List<String> stopSequences, ToolAsk tools) {
    ContentAsk {
        stopSequences = List.copyOf(stopSequences);
    }
}
