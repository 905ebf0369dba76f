package io.tokenpace.bench.wire;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.async.ByteArrayFeeder;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON documents, one after the other, with one non-blocking parser that lives as long as the reader: each is fed
 * whole, and its root must be an object. In steady state nothing is allocated, since property names come from the
 * parser's symbol table. A document that is broken spoils none that follows.
 */
public final class DocumentReader<P extends DocumentPlace<P>> {
    /** What became of a document; what the visitor was shown counts only of a good one. */
    public enum Reading {
        GOOD,
        /** It ends in the middle. */
        CUT,
        MALFORMED
    }

    private static final int DEEPEST = 256;

    private final JsonFactory factory;
    private final P root;
    private final DocumentVisitor<P> visitor;
    private final Object[] places = new Object[DEEPEST];
    private JsonParser parser;
    private ByteArrayFeeder feeder;

    /** Shows every document to the visitor, its root as {@code root}. */
    public DocumentReader(JsonFactory factory, P root, DocumentVisitor<P> visitor) {
        this.factory = factory;
        this.root = root;
        this.visitor = visitor;
        openParser();
    }

    /** Reads a document. */
    public Reading read(byte[] bytes, int offset, int length) {
        visitor.clear();
        Reading reading = Reading.MALFORMED;
        int end = endOfText(bytes, offset, offset + length);
        if (NoText.isIn(bytes, offset, end)) {
            return reading;
        }
        try {
            feeder.feedInput(bytes, offset, end);
            reading = readObject();
            // Asked for another token, the parser would take unfinished garbage for the beginning of the next document.
            if (reading == Reading.GOOD && feeder.needMoreInput()) {
                return reading;
            }
        } catch (JacksonException e) {
            // The caller reports what it was given; the parser's own words add nothing a user could act on.
        }
        openParser();
        return reading == Reading.CUT ? reading : Reading.MALFORMED;
    }

    /** Returns where the parser stands, in bytes from wherever it counts. After a good document that is behind its last brace. */
    public long position() {
        return parser.currentLocation().getByteOffset();
    }

    private Reading readObject() {
        int depth = 0;
        P next = root;
        String name = "";
        while (true) {
            JsonToken token = parser.nextToken();
            switch (token) {
                case NOT_AVAILABLE -> {
                    return Reading.CUT;
                }
                case START_OBJECT -> {
                    if (depth == DEEPEST) {
                        return Reading.MALFORMED;
                    }
                    places[depth++] = next;
                    visitor.object(next);
                }
                case START_ARRAY -> {
                    if (depth == DEEPEST || depth == 0) {
                        return Reading.MALFORMED;
                    }
                    next = next.element();
                    name = "";
                    places[depth++] = next;
                }
                case END_OBJECT, END_ARRAY -> {
                    if (--depth == 0) {
                        return Reading.GOOD;
                    }
                    // Right where an array goes on; in an object the next property says what it is.
                    next = place(depth);
                    name = "";
                }
                case PROPERTY_NAME -> {
                    name = parser.currentName();
                    next = place(depth).property(name);
                }
                default -> {
                    if (depth == 0) {
                        return Reading.MALFORMED;
                    }
                    visitor.value(place(depth), name, token, parser);
                }
            }
        }
    }

    /** Returns the place of an open object, or of the elements of an open array. */
    @SuppressWarnings("unchecked") // nothing else is ever put there
    private P place(int depth) {
        return (P) places[depth - 1];
    }

    /** Returns where trailing white space begins. */
    private static int endOfText(byte[] bytes, int start, int end) {
        int last = end;
        while (last > start && isSpace(bytes[last - 1])) {
            last--;
        }
        return last;
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private void openParser() {
        parser = factory.createNonBlockingByteArrayParser(ObjectReadContext.empty());
        feeder = (ByteArrayFeeder) parser.nonBlockingInputFeeder();
    }
}
