package io.tokenpace.bench.outcome;

/**
 * The tokens of one request by the service's own count; {@link #UNKNOWN} stands where it said nothing.
 *
 * @param inputTokens prompt tokens that were neither written to nor read from the prompt cache
 * @param cacheCreationTokens prompt tokens written to the cache
 * @param cacheReadTokens prompt tokens read from the cache
 * @param outputTokens tokens generated, hidden thinking included
 * @param thinkingTokens those of them that were thinking
 */
public record Usage(
        int inputTokens, int cacheCreationTokens, int cacheReadTokens, int outputTokens, int thinkingTokens) {
    /** Stands for a count that the service did not give. */
    public static final int UNKNOWN = -1;

    /** What is known of an answer without usage. */
    public static final Usage NONE = new Usage(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

    /** Returns whether the service counted the prompt. */
    public boolean hasInput() {
        return inputTokens >= 0;
    }

    /** Returns whether the service counted the answer. */
    public boolean hasOutput() {
        return outputTokens >= 0;
    }

    /** Returns the prompt tokens that had to be computed: all but those read from the cache. */
    public int uncachedInputTokens() {
        return Math.max(0, inputTokens) + Math.max(0, cacheCreationTokens);
    }

    /** Returns all prompt tokens, cached or not. */
    public int totalInputTokens() {
        return uncachedInputTokens() + Math.max(0, cacheReadTokens);
    }
}
