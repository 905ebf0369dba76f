package io.tokenpace.bench.workload.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The latest {@value #KEPT} of the things that a file gives one after another: they may be asked for again, older ones
 * not.
 */
public final class Latest<T> {
    private static final int KEPT = 64;

    private final List<T> things = new ArrayList<>();
    private long count;

    /** Takes in the next one. */
    public void add(T thing) {
        if (things.size() < KEPT) {
            things.add(thing);
        } else {
            things.set((int) (count % KEPT), thing);
        }
        count++;
    }

    /** Returns how many were ever taken in. */
    public long count() {
        return count;
    }

    /**
     * Returns the one with an index below {@link #count}, counted from 0.
     *
     * @throws IllegalArgumentException if it is no longer kept
     */
    public T get(long index) {
        requireKept(index);
        return things.get((int) (index % KEPT));
    }

    private void requireKept(long index) {
        if (index < count - KEPT) {
            throw new IllegalArgumentException(
                    "index (" + index + ") must be at least " + (count - KEPT) + ", the first that is kept");
        }
    }
}
