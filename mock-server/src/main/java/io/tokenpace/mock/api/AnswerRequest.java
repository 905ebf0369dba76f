package io.tokenpace.mock.api;

/** What the playing of an answer needs to know of its request, whichever API it came by. */
public interface AnswerRequest {
    /** Tokens of everything that the model reads. */
    int promptTokens();

    /** Tokens to answer at most. */
    int maxTokens();

    /** Tokens to answer at least, whatever the answer's natural length. */
    default int minTokens() {
        return 0;
    }

    /** Whether to answer as a stream. */
    boolean stream();
}
