package io.tokenpace.mock.api;

import io.tokenpace.mock.model.AnswerLength;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.text.AnswerText;
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
 * @param length tokens of the answer, and what ended it
 * @param text its words, to be read once
 */
public record OpenAiAnswer(
        OpenAiKind kind,
        String id,
        long createdSeconds,
        String model,
        int promptTokens,
        int cachedTokens,
        AnswerLength length,
        AnswerText text) {
    /** What runs the model, as answers name it; it never changes. */
    private static final String FINGERPRINT = "fp_7f3d2a8e6b";

    /** Answers a request at this length. */
    static OpenAiAnswer to(
            OpenAiRequest request,
            InputUsage input,
            RequestKey key,
            AnswerLength length,
            Sampler sampler,
            Instant created) {
        return new OpenAiAnswer(
                request.kind(),
                Identifiers.completion(request.kind(), key),
                created.getEpochSecond(),
                request.model(),
                request.promptTokens(),
                input.read(),
                length,
                new AnswerText(key.bits(), request.promptTokens(), sampler));
    }

    int tokens() {
        return length.tokens();
    }

    String finishReason() {
        return length.natural() ? "stop" : "length";
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
                + "},\"completion_tokens_details\":{\"reasoning_tokens\":0}}";
    }
}
