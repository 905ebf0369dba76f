package io.tokenpace.mock.api;

/**
 * What an organization may use in a minute, all its models together.
 *
 * @param requests requests a minute
 * @param inputTokens tokens to be read a minute, what the cache already holds not counted
 * @param outputTokens tokens written a minute
 */
public record RateLimits(int requests, int inputTokens, int outputTokens) {
    /** So that a bucket's level, in tokens times nanoseconds, fits a number with room for debts. */
    private static final int MAX = 10_000_000;

    public RateLimits {
        requireInRange("requests", requests);
        requireInRange("inputTokens", inputTokens);
        requireInRange("outputTokens", outputTokens);
    }

    private static void requireInRange(String name, int value) {
        if (value < 1 || value > MAX) {
            throw new IllegalArgumentException(name + " (" + value + ") must be from 1 to " + MAX);
        }
    }
}
