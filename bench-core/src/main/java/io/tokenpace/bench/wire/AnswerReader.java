package io.tokenpace.bench.wire;

/** Reads answers of one format. It keeps nothing between calls: one reader serves all streams of an event loop. */
public interface AnswerReader {
    /** Reads the data of one event into the answer. The bytes must not be kept. */
    void event(byte[] bytes, int offset, int length, Answer answer);

    /**
     * Reads a whole document, which must be one JSON value or the beginning of one, into the answer: its content, its
     * usage, and that it has ended. A mere count of a prompt, or a list of models, ends the answer as well. What is no answer fails it, and
     * what is cut off in the middle neither ends nor fails it. The bytes must not be kept.
     */
    void whole(byte[] body, Answer answer);

    /** Returns the service's own words from the body of a refusal, or the body's beginning where it has none. */
    String refusal(byte[] body);
}
