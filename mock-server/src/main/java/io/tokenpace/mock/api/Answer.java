package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.text.AnswerText;

/**
 * The content of one answer, however it is sent.
 *
 * @param id the message's id
 * @param model the model's name, as the request gave it
 * @param promptTokens tokens of the prompt
 * @param tokens tokens of the answer
 * @param text its words
 */
public record Answer(String id, String model, int promptTokens, int tokens, AnswerText text) {
    /** Answers a request at full length. */
    public static Answer to(MessagesRequest request, RequestKey key) {
        return new Answer(
                Identifiers.message(key),
                request.model(),
                request.promptTokens(),
                request.maxTokens(),
                new AnswerText(key.bits()));
    }

    /** Writes the message's own keys up to its content, for {@code message_start} and for a whole answer alike. */
    String identity() {
        return "\"model\":" + JsonText.quoted(model) + ",\"id\":\"" + id
                + "\",\"type\":\"message\",\"role\":\"assistant\",\"container\":null";
    }

    /** Writes the usage up to its output tokens, which differ from place to place. */
    String inputUsage() {
        return "\"input_tokens\":" + promptTokens + ",\"cache_creation_input_tokens\":0,\"cache_read_input_tokens\":0";
    }
}
