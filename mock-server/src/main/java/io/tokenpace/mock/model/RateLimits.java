package io.tokenpace.mock.model;

import java.util.OptionalInt;

/**
 * What an organization may use in a minute, all its models together; what is not given is not limited.
 *
 * @param requests requests a minute
 * @param inputTokens tokens to be read a minute, what the cache already holds not counted
 * @param outputTokens tokens written a minute
 */
public record RateLimits(OptionalInt requests, OptionalInt inputTokens, OptionalInt outputTokens) {
    /** So that a bucket's level, in tokens times nanoseconds, fits a number with room for debts. */
    public static final int MAX = 10_000_000;

    public RateLimits {
        requireInRange("requests", requests);
        requireInRange("inputTokens", inputTokens);
        requireInRange("outputTokens", outputTokens);
    }

    /** Limits all three. */
    public static RateLimits of(int requests, int inputTokens, int outputTokens) {
        return new RateLimits(OptionalInt.of(requests), OptionalInt.of(inputTokens), OptionalInt.of(outputTokens));
    }

    private static void requireInRange(String name, OptionalInt limit) {
        limit.ifPresent(value -> {
            if (value < 1 || value > MAX) {
                throw new IllegalArgumentException(name + " (" + value + ") must be from 1 to " + MAX);
            }
        });
    }
}
