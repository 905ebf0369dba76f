package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** Writes the answer of {@code POST /v1/messages/count_tokens}. */
public final class TokenCountAnswer {
    private TokenCountAnswer() {}

    /** Returns the body in JSON. */
    public static byte[] body(MessagesRequest request) {
        return ("{\"input_tokens\":" + request.promptTokens() + "}").getBytes(US_ASCII);
    }
}
