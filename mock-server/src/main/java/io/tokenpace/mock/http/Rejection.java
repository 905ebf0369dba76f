package io.tokenpace.mock.http;

import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.tokenpace.mock.api.OpenAiRefusal;
import io.tokenpace.mock.api.Refusal;
import java.util.Map;
import java.util.Optional;

/** Why a request is turned away unread, in the words of either API. Its connection is closed after it. */
record Rejection(Refusal anthropic, OpenAiRefusal openAi) {
    /** A body beyond the limit. */
    static Rejection tooLarge() {
        return new Rejection(Refusal.tooLarge(), OpenAiRefusal.tooLarge());
    }

    /** A body for which there is no memory at the moment. */
    static Rejection noRoom() {
        return new Rejection(Refusal.overloaded(), OpenAiRefusal.overloaded());
    }

    /** A head or a body that does not come on. */
    static Rejection tooSlow() {
        return invalid(408, "Request timed out: it was not sent in full");
    }

    /** An expectation other than {@code 100-continue}. */
    static Rejection unknownExpectation(String expectation) {
        return invalid(417, "expect (" + expectation + ") must be 100-continue");
    }

    /** A version other than HTTP/1.0 and HTTP/1.1. */
    static Rejection unknownVersion(String version) {
        return malformed("version (" + version + ") must be HTTP/1.0 or HTTP/1.1");
    }

    /** A head that is none. */
    static Rejection malformedHead(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return invalid(414, "URI too long");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return invalid(431, "Request header fields too large");
        }
        return malformed(reason(cause));
    }

    /** A body whose chunks are none. */
    static Rejection malformedBody(Throwable cause) {
        return malformed(reason(cause));
    }

    FullHttpResponse response(Incoming incoming) {
        return incoming.dialect() == Dialect.OPENAI
                ? Responses.refusal(openAi, incoming, false)
                : Responses.refusal(anthropic, incoming, false);
    }

    private static Rejection malformed(String reason) {
        return invalid(400, "malformed HTTP: " + reason);
    }

    private static Rejection invalid(int status, String message) {
        String type = "invalid_request_error";
        return new Rejection(
                new Refusal(status, type, message, Map.of()),
                new OpenAiRefusal(status, type, message, Optional.empty(), Optional.empty(), Map.of()));
    }

    private static String reason(Throwable cause) {
        return Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    }
}
