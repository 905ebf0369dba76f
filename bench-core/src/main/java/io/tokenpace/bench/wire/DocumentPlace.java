package io.tokenpace.bench.wire;

/**
 * A kind of object in a JSON document, told by where it stands. An enum of those that hold something worth reading, and
 * one that stands for all others, is meant to implement it.
 */
public interface DocumentPlace<P extends DocumentPlace<P>> {
    /** Returns what an object or array under a property of this one is. */
    P property(String name);

    /** Returns what the elements are where an array stands in this place. */
    P element();
}
