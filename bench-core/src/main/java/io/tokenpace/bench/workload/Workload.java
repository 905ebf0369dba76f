package io.tokenpace.bench.workload;

import java.util.List;

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
