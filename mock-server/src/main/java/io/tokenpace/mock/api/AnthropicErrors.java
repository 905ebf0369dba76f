package io.tokenpace.mock.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The error that each HTTP status stands for, in the API's own words and with its own headers. */
final class AnthropicErrors {
    private static final int LIMITED = 429;
    private static final int SERVER_SIDE = 500;
    /** What the first tier may send in a minute. */
    private static final int USUAL_REQUESTS = 1_000;

    private AnthropicErrors() {}

    /**
     * Returns the error of a status that is returned on purpose, with nobody to blame.
     *
     * @param retryAfterSeconds what the head says about when to come again; one second for a limit that is reached
     */
    static Refusal of(int status, OptionalInt retryAfterSeconds, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (status == LIMITED) {
            int seconds = retryAfterSeconds.orElse(1);
            headers.put("anthropic-ratelimit-requests-limit", Integer.toString(USUAL_REQUESTS));
            headers.put("anthropic-ratelimit-requests-remaining", "0");
            headers.put(
                    "anthropic-ratelimit-requests-reset",
                    now.plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS).toString());
            headers.put("retry-after", Integer.toString(seconds));
        } else if (retryAfterSeconds.isPresent()) {
            headers.put("retry-after", Integer.toString(retryAfterSeconds.getAsInt()));
        }
        return new Refusal(status, type(status), message(status), headers);
    }

    private static String type(int status) {
        return switch (status) {
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 409 -> "conflict_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 504 -> "timeout_error";
            case 529 -> "overloaded_error";
            default -> status < SERVER_SIDE ? "invalid_request_error" : "api_error";
        };
    }

    private static String message(int status) {
        return switch (status) {
            case 401 -> "invalid x-api-key";
            case 402 -> "There is an issue with your billing or payment information.";
            case 403 -> "Your API key does not have permission to use the specified resource.";
            case 404 -> "The requested resource was not found.";
            case 409 -> "The request conflicts with the current state of the resource.";
            case 413 -> "Request exceeds the maximum size";
            case 429 ->
                String.format(
                        Locale.ROOT,
                        "This request would exceed your organization's rate limit of %,d requests per minute (org: %s). "
                                + "For details, refer to: https://docs.claude.com/en/api/rate-limits",
                        USUAL_REQUESTS,
                        Organization.ID);
            case 504 -> "The request timed out while processing.";
            case 529 -> "Overloaded";
            default -> status < SERVER_SIDE ? "Invalid request" : "Internal server error";
        };
    }
}
