package io.tokenpace.mock.truth;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts values in fixed buckets, each up to and including its bound, and beyond the last bound without end.
 *
 * <p>Recording allocates nothing and any thread may do it. A copy taken meanwhile has each value in one bucket or in
 * none, so that its counts always add up; its sum may be ahead or behind by what is just being recorded.
 */
final class BucketCounts {
    private final long[] bounds;
    private final LongAdder[] counts;
    private final LongAdder sum = new LongAdder();

    BucketCounts(long... bounds) {
        this.bounds = bounds.clone();
        counts = new LongAdder[bounds.length + 1];
        for (int bucket = 0; bucket < counts.length; bucket++) {
            counts[bucket] = new LongAdder();
        }
    }

    void record(long value) {
        int bucket = 0;
        while (bucket < bounds.length && value > bounds[bucket]) {
            bucket++;
        }
        counts[bucket].increment();
        sum.add(value);
    }

    int buckets() {
        return bounds.length;
    }

    long bound(int bucket) {
        return bounds[bucket];
    }

    /** Returns how many values lay in each bucket; the last element is those beyond all bounds. */
    long[] counts() {
        long[] copy = new long[counts.length];
        for (int bucket = 0; bucket < copy.length; bucket++) {
            copy[bucket] = counts[bucket].sum();
        }
        return copy;
    }

    long sum() {
        return sum.sum();
    }
}
