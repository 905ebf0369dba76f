package io.tokenpace.bench.schedule;

import io.tokenpace.bench.draw.Draws;

/** Exponential distances. The sum is kept in fractions of a nanosecond and rounded only when it is given out. */
final class PoissonArrivals implements Arrivals {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double meanGapNanos;
    private final Draws draws;
    private long index;
    private double offsetNanos;

    PoissonArrivals(double perSecond, Draws draws) {
        this.meanGapNanos = NANOS_PER_SECOND / Rates.positive(perSecond);
        this.draws = draws;
    }

    @Override
    public long nextOffsetNanos() {
        offsetNanos -= meanGapNanos * Math.log(draws.uniform(index++));
        return Math.round(offsetNanos);
    }
}
