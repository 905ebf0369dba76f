package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error answer of the OpenAI-compatible API.
 *
 * @param status the HTTP status
 * @param type what sort of error it is
 * @param message what the client is told
 * @param param the parameter at fault, if one is
 * @param code what exactly is wrong, for programs
 * @param headers what the head of the answer says besides
 */
public record OpenAiRefusal(
        int status,
        String type,
        String message,
        Optional<String> param,
        Optional<String> code,
        Map<String, String> headers) {
    /** The type of every refusal for which the client is to blame, a wrong key and a wrong path included. */
    private static final String INVALID = "invalid_request_error";

    private static final String SERVER_SIDE = "server_error";

    public OpenAiRefusal {
        headers = Map.copyOf(headers);
    }

    private OpenAiRefusal(int status, String message, Optional<String> param, Optional<String> code) {
        this(status, INVALID, message, param, code, Map.of());
    }

    /** A request that is broken as a whole. */
    public static OpenAiRefusal malformed(String message) {
        return new OpenAiRefusal(400, message, Optional.empty(), Optional.empty());
    }

    /** A parameter that breaks a rule. */
    static OpenAiRefusal invalid(String param, String code, String message) {
        return new OpenAiRefusal(400, message, Optional.of(param), Optional.of(code));
    }

    /** A parameter that must be there. */
    static OpenAiRefusal missing(String param) {
        return invalid(param, "missing_required_parameter", "Missing required parameter: '" + param + "'.");
    }

    /** A parameter of another type than {@code expected}. */
    static OpenAiRefusal wrongType(String param, String expected) {
        return invalid(param, "invalid_type", "Invalid type for '" + param + "': expected " + expected + ".");
    }

    /** A model that is not served. */
    static OpenAiRefusal noSuchModel(String model) {
        return new OpenAiRefusal(
                404,
                "The model `" + model + "` does not exist or you do not have access to it.",
                Optional.empty(),
                Optional.of("model_not_found"));
    }

    /** The key that is turned away. */
    public static OpenAiRefusal wrongKey() {
        return new OpenAiRefusal(
                401, "Incorrect API key provided: invalid.", Optional.empty(), Optional.of("invalid_api_key"));
    }

    /** A path that is not served. */
    public static OpenAiRefusal notFound(String method, String path) {
        return new OpenAiRefusal(404, "Invalid URL (" + method + " " + path + ")", Optional.empty(), Optional.empty());
    }

    /** A path that is served, with another method. */
    public static OpenAiRefusal methodNotAllowed(String method, String path, String allowed) {
        return new OpenAiRefusal(
                405,
                INVALID,
                "Not allowed to " + method + " on " + path
                        + ". (HINT: Perhaps you meant to use a different HTTP method?)",
                Optional.empty(),
                Optional.of("method_not_supported"),
                Map.of("allow", allowed));
    }

    /** A body beyond the limit. */
    public static OpenAiRefusal tooLarge() {
        return new OpenAiRefusal(
                413, "Request exceeds the maximum size", Optional.empty(), Optional.of("request_too_large"));
    }

    /** A request beyond a limit on what a minute allows. */
    static OpenAiRefusal limited(String type, String message, Map<String, String> headers) {
        return new OpenAiRefusal(
                429,
                type,
                message + " Visit https://platform.openai.com/account/rate-limits to learn more.",
                Optional.empty(),
                Optional.of("rate_limit_exceeded"),
                headers);
    }

    /** A request for which there is no room at the moment. */
    public static OpenAiRefusal overloaded() {
        return new OpenAiRefusal(
                503,
                SERVER_SIDE,
                "The server is overloaded or not ready yet.",
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    /** Returns the same refusal with one more header. */
    public OpenAiRefusal withHeader(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new OpenAiRefusal(status, type, message, param, code, more);
    }

    /** Returns the body in JSON. */
    public byte[] body() {
        return json().getBytes(UTF_8);
    }

    /** Writes it into a stream, as one chunk. */
    public void writeEvent(ByteBuf out) {
        Chunk.write("data: " + json() + "\n\n", out);
    }

    private String json() {
        return "{\"error\":{\"message\":" + JsonText.quoted(message) + ",\"type\":" + JsonText.quoted(type)
                + ",\"param\":" + param.map(JsonText::quoted).orElse("null") + ",\"code\":"
                + code.map(JsonText::quoted).orElse("null") + "}}";
    }
}
