package io.tokenpace.bench.result;

import java.util.OptionalDouble;

/**
 * What a run has used by the service's own count: everything that was sent, the requests before the load and the warm-up
 * included.
 *
 * @param inputTokens of prompts, cached or not
 * @param cachedTokens those of them that were read from the cache
 * @param cacheWriteTokens those of them that were written to it
 * @param outputTokens generated, thinking included
 * @param uncountedRequests that were sent, and of which the service did not tell all: cut answers, answers without usage
 * @param uncountedTokens the most that these may have used besides what was told
 * @param costUsd of what was told, where the model's price is known
 */
public record Spent(
        long inputTokens,
        long cachedTokens,
        long cacheWriteTokens,
        long outputTokens,
        long uncountedRequests,
        long uncountedTokens,
        OptionalDouble costUsd) {
    public static final Spent NOTHING = new Spent(0, 0, 0, 0, 0, 0, OptionalDouble.empty());

    /** Returns the sum of both; its cost is known where both costs are. */
    public Spent plus(Spent other) {
        return new Spent(
                inputTokens + other.inputTokens,
                cachedTokens + other.cachedTokens,
                cacheWriteTokens + other.cacheWriteTokens,
                outputTokens + other.outputTokens,
                uncountedRequests + other.uncountedRequests,
                uncountedTokens + other.uncountedTokens,
                costUsd.isPresent() && other.costUsd.isPresent()
                        ? OptionalDouble.of(costUsd.getAsDouble() + other.costUsd.getAsDouble())
                        : OptionalDouble.empty());
    }
}
