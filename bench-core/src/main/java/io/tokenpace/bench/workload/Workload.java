package io.tokenpace.bench.workload;

import io.tokenpace.bench.wire.Ask;
import java.util.List;
import java.util.Optional;

/** The items of a run, each a pure function of its index: the same seed asks the same of any service. */
@FunctionalInterface
public interface Workload extends AutoCloseable {
    /** Returns the item with the index, counted from 0. */
    WorkItem item(long index);

    /** Returns the sizes of the item with the index; a workload that knows them without the text should not write it. */
    default ItemSizes sizes(long index) {
        return item(index).sizes();
    }

    /** Returns the sizes of everything a user says from the item with the index on, if each answer takes all it may. */
    default List<ItemSizes> conversation(long index) {
        return List.of(sizes(index));
    }

    /**
     * Returns a request for one token, of the same shape as the items and with so many words in all, at least 2: nothing
     * where prompts are not made to a size. It shares text with no item and with no other sample, so that it leaves
     * nothing in a prompt cache that a measured prompt could find.
     */
    default Optional<Ask> sample(int words) {
        return Optional.empty();
    }

    /** Returns the same items, with as many words as make their sizes by this line, where prompts are made to a size. */
    default Workload sizedBy(TextSize line) {
        return this;
    }

    /** Whether there is an item with the index; a workload that ends must be asked at its own times. */
    default boolean has(long index) {
        return true;
    }

    /** Returns what a reader of the results should know about what was sent, once all of it was. */
    default List<String> notes() {
        return List.of();
    }

    /** Closes what the items are read from, if anything. */
    @Override
    default void close() {}

    /** Returns the cells to which items may belong, at least one; they are known before anything is sent. */
    default List<Cell> cells() {
        return List.of(Cell.OPEN);
    }
}
