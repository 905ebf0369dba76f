package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * An error answer of the API.
 *
 * @param status the HTTP status
 * @param type the API's own error type
 * @param message what the client is told
 */
public record Refusal(int status, String type, String message) {
    /** A request that breaks a rule. */
    public static Refusal invalid(String message) {
        return new Refusal(400, "invalid_request_error", message);
    }

    /** Refuses a request that breaks a rule. */
    static void require(boolean holds, String message) throws RefusedException {
        if (!holds) {
            throw new RefusedException(invalid(message));
        }
    }

    /** A path that is not served. */
    public static Refusal notFound(String path) {
        return new Refusal(404, "not_found_error", "Not found: " + path);
    }

    /** A path that is served, with another method. */
    public static Refusal methodNotAllowed(String method) {
        return new Refusal(405, "invalid_request_error", "Method not allowed: " + method);
    }

    /** A body beyond the limit. */
    public static Refusal tooLarge() {
        return new Refusal(413, "request_too_large", "Request exceeds the maximum size");
    }

    /** Returns the body in JSON. */
    public byte[] body(String requestId) {
        return ("{\"type\":\"error\",\"error\":{\"type\":" + JsonText.quoted(type) + ",\"message\":"
                        + JsonText.quoted(message) + "},\"request_id\":" + JsonText.quoted(requestId) + "}")
                .getBytes(UTF_8);
    }
}
