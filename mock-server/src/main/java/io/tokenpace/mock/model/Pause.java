package io.tokenpace.mock.model;

/**
 * An interruption of the work on one answer: a token, and with it all that follow, comes so much later.
 *
 * @param token the token, counted from 1; 0 is the same as 1
 */
public record Pause(int token, long nanos) {
    public Pause {
        if (token < 0) {
            throw new IllegalArgumentException("token (" + token + ") must be zero or positive");
        }
        if (nanos < 0) {
            throw new IllegalArgumentException("nanos (" + nanos + ") must be zero or positive");
        }
    }

    /** Returns the same gaps with the pause in them; the gap before a token is one less than the tokens it ends with. */
    Gaps in(Gaps gaps) {
        return count -> gaps.nanos(count) + (count >= token - 1 ? nanos : 0);
    }
}
