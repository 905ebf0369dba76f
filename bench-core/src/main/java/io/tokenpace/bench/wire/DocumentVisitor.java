package io.tokenpace.bench.wire;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Is shown the objects and values of one document, in the order in which they stand there. */
public interface DocumentVisitor<P> {
    /** Forgets the document before. */
    void clear();

    /** Enters an object. */
    void object(P place);

    /**
     * Takes a value that is neither object nor array.
     *
     * @param place the object it belongs to, or in an array what the elements are
     * @param name its property; empty in an array
     * @param parser stands at the value, and must be left there
     */
    void value(P place, String name, JsonToken token, JsonParser parser);
}
