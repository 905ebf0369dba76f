package io.tokenpace.mock.api;

import io.tokenpace.mock.model.AnswerLength;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.text.AnswerText;
import io.tokenpace.mock.text.Sampler;

/**
 * The content of one answer, however it is sent.
 *
 * @param id the message's id
 * @param model the model's name, as the request gave it
 * @param input how the prompt's tokens are accounted for
 * @param length tokens of the answer, and what ended it
 * @param text its words, to be read once
 */
public record Answer(String id, String model, InputUsage input, AnswerLength length, AnswerText text) {
    /** Answers a request at this length, in words drawn by {@code sampler}. */
    public static Answer to(
            MessagesRequest request, InputUsage input, RequestKey key, AnswerLength length, Sampler sampler) {
        return new Answer(
                Identifiers.message(key),
                request.model(),
                input,
                length,
                new AnswerText(key.bits(), request.promptTokens(), sampler));
    }

    /** Tokens of the answer. */
    public int tokens() {
        return length.tokens();
    }

    String stopReason() {
        return length.natural() ? "end_turn" : "max_tokens";
    }

    /** Writes the message's own keys up to its content, for {@code message_start} and for a whole answer alike. */
    String identity() {
        return "\"model\":" + JsonText.quoted(model) + ",\"id\":\"" + id
                + "\",\"type\":\"message\",\"role\":\"assistant\",\"container\":null";
    }

    /** Writes the usage up to its output tokens, which differ from place to place. */
    String inputUsage() {
        return input.counts();
    }
}
