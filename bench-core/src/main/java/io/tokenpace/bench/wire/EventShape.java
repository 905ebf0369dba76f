package io.tokenpace.bench.wire;

import java.util.Arrays;

/**
 * The bytes of an event around its one string of content. Where everything else is the same byte for byte, whatever
 * string stands there means the same, so that its length alone is new. Two parts may differ as well: the blanks before
 * the last brace, and a last string that is nothing but padding.
 */
final class EventShape {
    /** Stands for no shape; an event never has it, for its second part would begin with a quote. */
    static final EventShape NONE = new EventShape(ContentKind.TEXT, new byte[0], new byte[1], false);

    /** Stands for the content of an event that has another shape. */
    static final int UNKNOWN = -1;

    /** Streams keep their shapes, and there may be many of them. */
    private static final int MOST_BYTES = 4_096;

    private final ContentKind kind;
    private final byte[] before;
    private final byte[] after;
    private final boolean padded;

    private EventShape(ContentKind kind, byte[] before, byte[] after, boolean padded) {
        this.kind = kind;
        this.before = before;
        this.after = after;
        this.padded = padded;
    }

    /**
     * Returns the shape of a sound event that ends with a brace.
     *
     * @param quote where the quote lies that closes its content
     * @param paddingQuote where the quote lies that closes its padding; before {@code quote} if it has none
     */
    static EventShape of(ContentKind kind, byte[] bytes, int offset, int length, int quote, int paddingQuote) {
        int last = offset + length - 1;
        byte[] before = Arrays.copyOfRange(bytes, offset, openingQuote(bytes, quote) + 1);
        boolean padded = paddingQuote > quote && skipBlanks(bytes, paddingQuote + 1, last) == last;
        int afterEnd = padded ? openingQuote(bytes, paddingQuote) + 1 : blanksStart(bytes, last);
        return new EventShape(kind, before, Arrays.copyOfRange(bytes, quote, afterEnd), padded);
    }

    /** Returns how long the content of an event is in UTF-16 units, if it has this shape. */
    int contentChars(byte[] bytes, int offset, int length) {
        int content = offset + before.length;
        int last = offset + length - 1;
        if (content > last || !Arrays.equals(bytes, offset, content, before, 0, before.length)) {
            return UNKNOWN;
        }
        long measured = StringScan.measure(bytes, content, last);
        return measured != StringScan.UNSURE && ends(bytes, StringScan.quote(measured), last)
                ? StringScan.chars(measured)
                : UNKNOWN;
    }

    private boolean ends(byte[] bytes, int quote, int last) {
        int at = quote + after.length;
        if (at > last || !Arrays.equals(bytes, quote, at, after, 0, after.length)) {
            return false;
        }
        if (padded) {
            long padding = StringScan.measure(bytes, at, last);
            if (padding == StringScan.UNSURE) {
                return false;
            }
            at = StringScan.quote(padding) + 1;
        }
        return skipBlanks(bytes, at, last) == last && bytes[last] == '}';
    }

    /** Returns whether it is worth its memory. */
    boolean isSmall() {
        return before.length + after.length <= MOST_BYTES;
    }

    ContentKind kind() {
        return kind;
    }

    /** Quotes inside a string have a backslash before them, the one that opens it never has. */
    private static int openingQuote(byte[] bytes, int closingQuote) {
        int at = closingQuote - 1;
        while (bytes[at] != '"' || bytes[at - 1] == '\\') {
            at--;
        }
        return at;
    }

    private static int skipBlanks(byte[] bytes, int from, int last) {
        int at = from;
        while (at < last && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    private static int blanksStart(byte[] bytes, int last) {
        int at = last;
        while (bytes[at - 1] == ' ') {
            at--;
        }
        return at;
    }
}
