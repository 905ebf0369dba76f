package io.tokenpace.mock.model;

/**
 * What a request asks of the service.
 *
 * @param key what its draws follow from
 * @param promptTokens uncached tokens to read
 * @param cachedTokens tokens found in the cache
 * @param answerTokens tokens to write at most
 */
public record Demand(RequestKey key, int promptTokens, int cachedTokens, int answerTokens) {
    public Demand {
        requireAmount("promptTokens", promptTokens);
        requireAmount("cachedTokens", cachedTokens);
        requireAmount("answerTokens", answerTokens);
    }

    private static void requireAmount(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " (" + value + ") must be zero or positive");
        }
    }
}
