package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Script;
import io.tokenpace.mock.model.Verbosity;
import io.tokenpace.mock.text.Sampler;
import java.time.Instant;

/**
 * The content of one completion, however it is sent.
 *
 * @param kind what is completed
 * @param id the completion's id
 * @param createdSeconds when it was asked for, in seconds since 1970
 * @param model the model's name, as the request gave it
 * @param promptTokens tokens of the prompt
 * @param cachedTokens those of them that were found in the cache
 * @param content what it says, to be written once
 */
public record OpenAiAnswer(
        OpenAiKind kind,
        String id,
        long createdSeconds,
        String model,
        int promptTokens,
        int cachedTokens,
        Content<OpenAiPart> content) {
    /** What runs the model, as answers name it; it never changes. */
    private static final String FINGERPRINT = "fp_7f3d2a8e6b";

    /** Answers a request as a service of this verbosity does. */
    static OpenAiAnswer to(
            OpenAiRequest request,
            InputUsage input,
            RequestKey key,
            Verbosity verbosity,
            Sampler sampler,
            Instant created) {
        return new OpenAiAnswer(
                request.kind(),
                Identifiers.completion(request.kind(), key),
                created.getEpochSecond(),
                request.model(),
                request.promptTokens(),
                input.read(),
                Composition.of(
                        request, request.content(), new OpenAiWording(request.kind(), key), key, verbosity, sampler));
    }

    /** What the service model needs to know of the answer. */
    public Script script() {
        return content.script();
    }

    /** Tokens of the answer that are reasoning. */
    public int thinkingTokens() {
        return content.thinkingTokens();
    }

    int tokens() {
        return content.tokens();
    }

    String finishReason() {
        if (content.ending().equals(Ending.TOOL_USE)) {
            return "tool_calls";
        }
        return content.ending().equals(Ending.MAX_TOKENS) ? "length" : "stop";
    }

    /** Writes the keys up to the choices, of a whole answer or a chunk. */
    String identity(String object) {
        return "\"id\":\"" + id + "\",\"object\":\"" + object + "\",\"created\":" + createdSeconds + ",\"model\":"
                + JsonText.quoted(model)
                + (kind == OpenAiKind.CHAT ? ",\"service_tier\":\"default\"" : "")
                + ",\"system_fingerprint\":\"" + FINGERPRINT + "\"";
    }

    /** Writes the usage of the whole answer. */
    String usage() {
        return "{\"prompt_tokens\":" + promptTokens + ",\"completion_tokens\":" + tokens() + ",\"total_tokens\":"
                + (promptTokens + tokens()) + ",\"prompt_tokens_details\":{\"cached_tokens\":" + cachedTokens
                + "},\"completion_tokens_details\":{\"reasoning_tokens\":" + thinkingTokens() + "}}";
    }
}
