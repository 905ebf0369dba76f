package io.tokenpace.mock.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The error that each HTTP status stands for in the OpenAI-compatible API, in its words and with its headers. */
final class OpenAiErrors {
    private static final int LIMITED = 429;
    private static final int SERVER_SIDE = 500;
    /** What is often allowed in a minute. */
    private static final int USUAL_REQUESTS = 500;

    private OpenAiErrors() {}

    /**
     * Returns the error of a status that is returned on purpose, with nobody to blame.
     *
     * @param retryAfterSeconds what the head says about when to come again; one second for a limit that is reached
     */
    static OpenAiRefusal of(int status, OptionalInt retryAfterSeconds) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (status == LIMITED) {
            int seconds = retryAfterSeconds.orElse(1);
            headers.put("x-ratelimit-limit-requests", Integer.toString(USUAL_REQUESTS));
            headers.put("x-ratelimit-remaining-requests", "0");
            headers.put("x-ratelimit-reset-requests", seconds + "s");
            headers.put("retry-after", Integer.toString(seconds));
        } else if (retryAfterSeconds.isPresent()) {
            headers.put("retry-after", Integer.toString(retryAfterSeconds.getAsInt()));
        }
        return new OpenAiRefusal(status, type(status), message(status), Optional.empty(), code(status), headers);
    }

    private static String type(int status) {
        if (status == LIMITED) {
            return "requests";
        }
        return status < SERVER_SIDE ? "invalid_request_error" : "server_error";
    }

    private static Optional<String> code(int status) {
        return switch (status) {
            case 401 -> Optional.of("invalid_api_key");
            case 404 -> Optional.of("model_not_found");
            case 429 -> Optional.of("rate_limit_exceeded");
            default -> Optional.empty();
        };
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "Incorrect API key provided.";
            case 403 -> "You are not allowed to use this resource.";
            case 404 -> "The model does not exist or you do not have access to it.";
            case 413 -> "Request exceeds the maximum size";
            case 429 ->
                "Rate limit reached for requests per min (RPM): Limit " + USUAL_REQUESTS + ", Used " + USUAL_REQUESTS
                        + ", Requested 1. Visit https://platform.openai.com/account/rate-limits to learn more.";
            case 503 -> "The server is overloaded or not ready yet.";
            case 504 -> "The request timed out.";
            default ->
                status < SERVER_SIDE
                        ? "Invalid request."
                        : "The server had an error while processing your request. Sorry about that!";
        };
    }
}
