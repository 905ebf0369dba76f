package io.tokenpace.mock.text;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;

/** The words of one answer: which word of the vocabulary its k-th token is. */
public final class AnswerText {
    private final DrawStream draws;

    /** The answer to the request with this key. */
    public AnswerText(long key) {
        draws = DrawStream.of(key, Purpose.TEXT);
    }

    /** Returns the index of token {@code token} in the {@link Vocabulary}. */
    public int word(int token) {
        return draws.below(Vocabulary.size(), token);
    }
}
