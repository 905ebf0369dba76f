package io.tokenpace.bench.result;

import io.tokenpace.bench.outcome.Usage;

/**
 * What a model's tokens cost, in USD per million.
 *
 * @param input prompt tokens that the cache has no part in
 * @param cachedRead prompt tokens read from the cache
 * @param cacheWrite prompt tokens written to the cache
 * @param output tokens generated, thinking included
 */
public record Price(double input, double cachedRead, double cacheWrite, double output) {
    /** One USD in the unit in which amounts are added: whole numbers, so that sums do not depend on their order. */
    public static final long PICODOLLARS = 1_000_000_000_000L;

    private static final double MOST = 1_000_000;
    private static final double MILLION = 1e6;
    private static final double PICODOLLARS_A_TOKEN = PICODOLLARS / MILLION;

    public Price {
        requirePrice("input", input);
        requirePrice("cachedRead", cachedRead);
        requirePrice("cacheWrite", cacheWrite);
        requirePrice("output", output);
    }

    private static void requirePrice(String name, double usd) {
        if (!(usd >= 0 && usd <= MOST)) {
            throw new IllegalArgumentException(
                    name + " (" + usd + ") must be from 0 to 1000000 USD per million tokens");
        }
    }

    /** Returns the price where the cache makes no difference. */
    public static Price of(double input, double output) {
        return new Price(input, input, input, output);
    }

    /** Returns what a request has cost by the service's own count of its tokens, in picodollars. */
    public long picodollars(Usage usage) {
        return product(Math.max(0, usage.inputTokens()), input)
                + product(Math.max(0, usage.cacheReadTokens()), cachedRead)
                + product(Math.max(0, usage.cacheCreationTokens()), cacheWrite)
                + product(Math.max(0, usage.outputTokens()), output);
    }

    /** Returns about what so many tokens cost without a cache, in USD. */
    double usd(long inputTokens, long outputTokens) {
        return (inputTokens * input + outputTokens * output) / MILLION;
    }

    /** Returns about the most that so many tokens may cost, in USD. */
    double mostUsd(long inputTokens, long outputTokens) {
        return (inputTokens * dearestInput() + outputTokens * output) / MILLION;
    }

    /** Returns the most that so many tokens may cost, whatever the cache does, in picodollars. */
    public long mostPicodollars(long inputTokens, long outputTokens) {
        return product(inputTokens, dearestInput()) + product(outputTokens, output);
    }

    private double dearestInput() {
        return Math.max(input, Math.max(cachedRead, cacheWrite));
    }

    private static long product(long tokens, double usdPerMillion) {
        return Math.multiplyExact(tokens, Math.round(usdPerMillion * PICODOLLARS_A_TOKEN));
    }
}
