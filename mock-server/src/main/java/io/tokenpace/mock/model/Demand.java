package io.tokenpace.mock.model;

/**
 * What a request asks of the service.
 *
 * @param key what its draws follow from
 * @param promptTokens uncached tokens to read
 * @param cachedTokens tokens found in the cache
 * @param answerTokens tokens to write at most
 * @param minAnswerTokens tokens to write at least; as many as at most for an answer that must not end by itself
 */
public record Demand(RequestKey key, int promptTokens, int cachedTokens, int answerTokens, int minAnswerTokens) {
    public Demand {
        requireAmount("promptTokens", promptTokens);
        requireAmount("cachedTokens", cachedTokens);
        requireAmount("answerTokens", answerTokens);
        requireAmount("minAnswerTokens", minAnswerTokens);
        if (minAnswerTokens > answerTokens) {
            throw new IllegalArgumentException(
                    "minAnswerTokens (" + minAnswerTokens + ") must be at most answerTokens (" + answerTokens + ")");
        }
    }

    /** An answer that may end as early as it likes. */
    public Demand(RequestKey key, int promptTokens, int cachedTokens, int answerTokens) {
        this(key, promptTokens, cachedTokens, answerTokens, 0);
    }

    private static void requireAmount(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " (" + value + ") must be zero or positive");
        }
    }
}
