package io.tokenpace.mock.text;

import java.util.Arrays;

/**
 * Where a text falls apart into tokens, by the rule of {@link TokenCount}: each piece is one token, and a single space
 * stays with the letters or digits that it leads.
 */
public final class TokenPieces {
    private TokenPieces() {}

    /** Returns where each token of {@code text} ends. */
    public static int[] ends(String text) {
        int[] ends = new int[text.length()];
        int tokens = 0;
        int at = 0;
        while (at < text.length()) {
            at = TokenCount.endOfToken(text, at);
            ends[tokens++] = at;
        }
        return Arrays.copyOf(ends, tokens);
    }
}
