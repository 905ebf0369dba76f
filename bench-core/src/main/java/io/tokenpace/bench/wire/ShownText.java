package io.tokenpace.bench.wire;

import tools.jackson.core.JsonParser;

/** The visible text of one document, in a buffer that is used again and again; an answer takes it if it keeps its text. */
public final class ShownText {
    private static final int LIKELY_CHARS = 256;

    private char[] chars = new char[LIKELY_CHARS];
    private int length;

    /** Forgets the document before. */
    public void clear() {
        length = 0;
    }

    /** Adds the string a parser stands at, and returns how long it is. */
    public int add(JsonParser parser) {
        int more = parser.getStringLength();
        if (length + more > chars.length) {
            char[] larger = new char[Math.max(length + more, 2 * chars.length)];
            System.arraycopy(chars, 0, larger, 0, length);
            chars = larger;
        }
        System.arraycopy(parser.getStringCharacters(), parser.getStringOffset(), chars, length, more);
        length += more;
        return more;
    }

    /** Hands all of it to an answer. */
    public void applyTo(Answer answer) {
        answer.keep(chars, length);
    }
}
