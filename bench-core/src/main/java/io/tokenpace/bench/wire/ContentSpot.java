package io.tokenpace.bench.wire;

import tools.jackson.core.JsonParser;

/** Where in an event its content stands, noted while a parser reads the event. */
public final class ContentSpot {
    private boolean wanted;
    private int strings;
    private ContentKind kind = ContentKind.TEXT;
    private long contentEnd;
    private long paddingEnd;

    /** Makes ready for the next event; positions are only noted where they are wanted, since asking for them costs objects. */
    void begin(boolean isWanted) {
        wanted = isWanted;
        strings = 0;
        contentEnd = 0;
        paddingEnd = 0;
    }

    /** Notes a string of content, which the parser stands at. */
    public void content(ContentKind found, JsonParser parser) {
        if (wanted) {
            strings++;
            kind = found;
            contentEnd = position(parser);
        }
    }

    /** Notes a string of padding, which the parser stands at. */
    public void padding(JsonParser parser) {
        if (wanted) {
            paddingEnd = position(parser);
        }
    }

    /** Strings are read to their end before they are shown. */
    private static long position(JsonParser parser) {
        return parser.currentLocation().getByteOffset();
    }

    /** Returns whether there was content, and its position noted. */
    public boolean isFound() {
        return strings > 0;
    }

    boolean isOnly() {
        return strings == 1;
    }

    ContentKind kind() {
        return kind;
    }

    /** Returns where content ended, in bytes from wherever the parser counts. */
    long contentEnd() {
        return contentEnd;
    }

    /** Returns where padding ended; where there was none, before all content. */
    long paddingEnd() {
        return paddingEnd;
    }
}
