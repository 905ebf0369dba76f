package io.tokenpace.mock.fault;

/** In the middle of what an answer is cut in two. */
public enum Within {
    /** A UTF-8 character in the text of an event, in good HTTP chunks. */
    CHARACTER,
    /** A server-sent event, in good HTTP chunks. */
    EVENT,
    /** An HTTP chunk, which holds less than its length says. */
    CHUNK;

    static Within read(FaultWords words) {
        return words.choice("in", Within.values(), EVENT);
    }
}
