package io.tokenpace.bench.workload;

/**
 * How many tokens a service counts for a text: a straight line of its words.
 *
 * <pre>{@code
 * TextSize line = TextSize.through(64, 87, 1_024, 1_287); // 1.25 tokens a word and 7 besides
 * int words = line.promptWords(512); // 404
 * }</pre>
 *
 * @param overheadTokens what a prompt counts besides its words, once: roles, borders, the service's own instructions
 * @param tokensPerWord what each word counts
 */
public record TextSize(double overheadTokens, double tokensPerWord) {
    /** A word is a token, and nothing else counts. */
    public static final TextSize IDENTITY = new TextSize(0, 1);

    private static final double FEWEST_A_WORD = 0.1;
    private static final double MOST_A_WORD = 10;
    private static final double STEEPNESS_THAT_MATTERS = 0.001;
    private static final double OVERHEAD_THAT_MATTERS = 0.5;

    public TextSize {
        if (!isSteepness(tokensPerWord)) {
            throw new IllegalArgumentException("tokensPerWord (" + tokensPerWord + ") must be from 0.1 to 10");
        }
        if (!Double.isFinite(overheadTokens)) {
            throw new IllegalArgumentException("overheadTokens (" + overheadTokens + ") must be finite");
        }
    }

    /**
     * Returns the line through a service's counts of two texts, which must be plausible.
     *
     * <p>A service that counts all texts alike, or a word as next to nothing, has no line that prompts could be sized by.
     */
    public static TextSize through(int fewWords, int fewTokens, int manyWords, int manyTokens) {
        double tokensPerWord = steepness(fewWords, fewTokens, manyWords, manyTokens);
        return new TextSize(fewTokens - fewWords * tokensPerWord, tokensPerWord);
    }

    /** Returns whether two counts of texts make a line. */
    public static boolean isPlausible(int fewWords, int fewTokens, int manyWords, int manyTokens) {
        return isSteepness(steepness(fewWords, fewTokens, manyWords, manyTokens));
    }

    private static double steepness(int fewWords, int fewTokens, int manyWords, int manyTokens) {
        if (fewWords >= manyWords) {
            throw new IllegalArgumentException(
                    "fewWords (" + fewWords + ") must be less than manyWords (" + manyWords + ")");
        }
        return ((double) manyTokens - fewTokens) / (manyWords - fewWords);
    }

    private static boolean isSteepness(double tokensPerWord) {
        return tokensPerWord >= FEWEST_A_WORD && tokensPerWord <= MOST_A_WORD;
    }

    /** Returns how many words a part of a prompt has that counts so many tokens, the overhead left to the rest. */
    public int words(int tokens) {
        return (int) Math.round(tokens / tokensPerWord);
    }

    /** Returns how many words a whole prompt has that counts so many tokens: at least one, however many it then counts. */
    public int promptWords(int tokens) {
        return (int) Math.max(1, Math.round((tokens - overheadTokens) / tokensPerWord));
    }

    /** Returns whether it says, but for what rounding leaves, that a word is a token and nothing else counts. */
    public boolean isIdentity() {
        return Math.abs(tokensPerWord - 1) <= STEEPNESS_THAT_MATTERS
                && Math.abs(overheadTokens) < OVERHEAD_THAT_MATTERS;
    }
}
