package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.Map;

/**
 * An error answer of the API.
 *
 * @param status the HTTP status
 * @param type the API's own error type
 * @param message what the client is told
 * @param headers what the head of the answer says besides
 */
public record Refusal(int status, String type, String message, Map<String, String> headers) {
    private static final String INVALID = "invalid_request_error";
    private static final String NOT_FOUND = "not_found_error";

    public Refusal {
        headers = Map.copyOf(headers);
    }

    Refusal(int status, String type, String message) {
        this(status, type, message, Map.of());
    }

    /** A request that breaks a rule. */
    public static Refusal invalid(String message) {
        return new Refusal(400, INVALID, message);
    }

    /** Refuses a request that breaks a rule. */
    static void require(boolean holds, String message) throws RefusedException {
        if (!holds) {
            throw new RefusedException(invalid(message));
        }
    }

    /** A model that is not served. */
    static Refusal noSuchModel(String model) {
        return new Refusal(404, NOT_FOUND, "model: " + model);
    }

    /** A path that is not served. */
    public static Refusal notFound(String path) {
        return new Refusal(404, NOT_FOUND, "Not found: " + path);
    }

    /** A path that is served, with another method. */
    public static Refusal methodNotAllowed(String method, String allowed) {
        return new Refusal(405, INVALID, "Method not allowed: " + method, Map.of("allow", allowed));
    }

    /** A body beyond the limit. */
    public static Refusal tooLarge() {
        return new Refusal(413, "request_too_large", "Request exceeds the maximum size");
    }

    /** A request for which there is no room at the moment. */
    public static Refusal overloaded() {
        return new Refusal(529, "overloaded_error", "Overloaded");
    }

    /** Returns the same refusal with one more header. */
    public Refusal withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Refusal(status, type, message, more);
    }

    /** Returns the body in JSON. */
    public byte[] body(String requestId) {
        return ("{\"type\":\"error\"," + error() + ",\"request_id\":" + JsonText.quoted(requestId) + "}")
                .getBytes(UTF_8);
    }

    /** Writes it into a stream, as one chunk. */
    public void writeEvent(ByteBuf out) {
        Chunk.write(ServerSentEvent.of("error", "{\"type\":\"error\"," + error() + "}"), out);
    }

    private String error() {
        return "\"error\":{\"type\":" + JsonText.quoted(type) + ",\"message\":" + JsonText.quoted(message) + "}";
    }
}
