package io.tokenpace.mock.model;

/**
 * Consecutive tokens of an answer that leave in the same way; no event carries tokens of two stretches.
 *
 * @param tokens how many
 * @param unit how many of them are not sent apart: every event carries whole units, but for what is left at the end
 */
public record Stretch(int tokens, int unit) {
    public Stretch {
        requirePositive("tokens", tokens);
        requirePositive("unit", unit);
    }

    /** Tokens that may each have an event of their own. */
    public static Stretch apart(int tokens) {
        return new Stretch(tokens, 1);
    }

    /** Tokens that are held back until the last of them is there. */
    public static Stretch together(int tokens) {
        return new Stretch(tokens, tokens);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " (" + value + ") must be at least 1");
        }
    }
}
