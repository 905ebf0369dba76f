package io.tokenpace.bench.schedule;

import java.util.function.LongUnaryOperator;

/** Moments that were noted elsewhere, played faster or slower. */
final class ReplayedArrivals implements Arrivals {
    private final LongUnaryOperator offsetNanos;
    private final double speed;
    private long index;
    private long beforeNanos;

    ReplayedArrivals(LongUnaryOperator offsetNanos, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("speed (" + speed + ") must be positive and finite");
        }
        this.offsetNanos = offsetNanos;
        this.speed = speed;
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
        return Math.round(offset / speed);
    }
}
