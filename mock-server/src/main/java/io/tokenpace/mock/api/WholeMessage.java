package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;

/** Writes an answer that is not streamed. */
public final class WholeMessage {
    private WholeMessage() {}

    /** Returns the body in JSON. */
    public static byte[] body(Answer answer) {
        String content = answer.blocks().stream().map(ContentBlock::whole).collect(Collectors.joining(","));
        return ("{" + answer.identity() + ",\"content\":[" + content + "]," + answer.ending() + ",\"usage\":{"
                        + answer.inputUsage() + "," + answer.cacheCreation() + "," + answer.outputUsage()
                        + ",\"service_tier\":\"standard\",\"inference_geo\":\"global\"},\"diagnostics\":null}")
                .getBytes(UTF_8);
    }
}
