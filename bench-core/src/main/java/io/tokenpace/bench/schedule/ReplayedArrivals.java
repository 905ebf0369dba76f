package io.tokenpace.bench.schedule;

import java.util.function.LongUnaryOperator;

/** Moments that were noted elsewhere. */
final class ReplayedArrivals implements Arrivals {
    private final LongUnaryOperator offsetNanos;
    private long index;
    private long beforeNanos;

    ReplayedArrivals(LongUnaryOperator offsetNanos) {
        this.offsetNanos = offsetNanos;
    }

    @Override
    public long nextOffsetNanos() {
        long offset = offsetNanos.applyAsLong(index);
        if (offset < beforeNanos) {
            throw new IllegalArgumentException("due offset (" + offset + " ns) of request " + index
                    + " must not be less than " + beforeNanos + " ns");
        }
        index++;
        beforeNanos = offset;
        return offset;
    }
}
