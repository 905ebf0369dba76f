package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Script;
import io.tokenpace.mock.model.Verbosity;
import io.tokenpace.mock.text.Sampler;
import java.util.List;

/** One answer, sent once in either way: a sequence of blocks over its tokens, and what ended it. */
public final class Answer {
    private final String id;
    private final String model;
    private final InputUsage input;
    private final Content<ContentBlock> content;

    private Answer(String id, String model, InputUsage input, Content<ContentBlock> content) {
        this.id = id;
        this.model = model;
        this.input = input;
        this.content = content;
    }

    /** Answers a request as a service of this verbosity does, in words drawn by {@code sampler}. */
    public static Answer to(
            MessagesRequest request, InputUsage input, RequestKey key, Verbosity verbosity, Sampler sampler) {
        Content<ContentBlock> content =
                Composition.of(request, request.content(), new AnthropicWording(key), key, verbosity, sampler);
        return new Answer(Identifiers.message(key), request.model(), input, content);
    }

    /** What the service model needs to know of the answer: how long it is, and how its tokens leave. */
    public Script script() {
        return content.script();
    }

    List<ContentBlock> blocks() {
        return content.blocks();
    }

    /** Writes the message's own keys up to its content, for {@code message_start} and for a whole answer alike. */
    String identity() {
        return "\"model\":" + JsonText.quoted(model) + ",\"id\":\"" + id
                + "\",\"type\":\"message\",\"role\":\"assistant\",\"container\":null";
    }

    /** Writes what ended it. */
    String ending() {
        return content.ending().json();
    }

    /** Writes the usage up to its output tokens, which differ from place to place. */
    String inputUsage() {
        return input.counts();
    }

    /** Writes what was put into the cache. */
    String cacheCreation() {
        return input.creation();
    }

    /** Writes the usage of the complete answer's tokens. */
    String outputUsage() {
        return "\"output_tokens\":" + tokens() + ",\"output_tokens_details\":{\"thinking_tokens\":" + thinkingTokens()
                + "}";
    }

    /** Tokens of the answer that are thinking. */
    public int thinkingTokens() {
        return content.thinkingTokens();
    }

    /** Tokens of the answer. */
    public int tokens() {
        return content.tokens();
    }
}
