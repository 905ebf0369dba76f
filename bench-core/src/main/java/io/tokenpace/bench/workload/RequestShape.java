package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.SizeSpec;

/**
 * What the requests of a run are like.
 *
 * @param model the model's name
 * @param promptTokens prompt sizes, the system text included
 * @param maxTokens answer sizes
 * @param systemTokens the size of the system text that all requests share; 0 for none
 * @param promptCache what else the prompts share
 */
public record RequestShape(
        String model, SizeSpec promptTokens, SizeSpec maxTokens, int systemTokens, PromptCache promptCache) {
    private static final int MOST_SYSTEM_TOKENS = 1_000_000;
    private static final int MOST_CELLS = 1_000;

    public RequestShape {
        if (systemTokens < 0 || systemTokens > MOST_SYSTEM_TOKENS) {
            throw new IllegalArgumentException("system-tokens (" + systemTokens + ") must be from 0 to 1000000");
        }
        promptTokens = beyond(systemTokens, promptTokens);
        long cells = Math.max(1L, promptTokens.listed().size())
                * Math.max(1, maxTokens.listed().size());
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException(
                    "the listed sizes combine to " + cells + " cells, which must be at most 1000");
        }
    }

    /** Returns the shape of requests that share nothing. */
    public static RequestShape of(String model, SizeSpec promptTokens, SizeSpec maxTokens) {
        return new RequestShape(model, promptTokens, maxTokens, 0, PromptCache.OFF);
    }

    /** Returns the same shape with a system text. */
    public RequestShape withSystemTokens(int tokens) {
        return new RequestShape(model, promptTokens, maxTokens, tokens, promptCache);
    }

    /** Returns the same shape with other things in common. */
    public RequestShape withPromptCache(PromptCache cache) {
        return new RequestShape(model, promptTokens, maxTokens, systemTokens, cache);
    }

    /** A prompt holds the system text and at least one word of the user's. */
    private static SizeSpec beyond(int systemTokens, SizeSpec promptTokens) {
        try {
            return promptTokens.atLeast(systemTokens + 1);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "prompt-tokens must leave room for system-tokens (" + systemTokens + "): " + e.getMessage(), e);
        }
    }
}
