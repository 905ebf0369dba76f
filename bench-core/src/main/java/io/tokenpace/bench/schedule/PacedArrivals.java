package io.tokenpace.bench.schedule;

import java.util.function.DoubleSupplier;

/**
 * A process of mean rate 1, carried through rates by a change of time: where it says "after x expected requests", the
 * request is due at the moment until which the rates make one expect x of them. So every process keeps its own character
 * at every rate, and no rate has to end before the next begins.
 */
final class PacedArrivals implements Arrivals {
    private final DoubleSupplier points;
    private final RateCurve rates;

    PacedArrivals(DoubleSupplier points, RateCurve rates) {
        this.points = points;
        this.rates = rates;
    }

    @Override
    public long nextOffsetNanos() {
        return Math.round(rates.nanosUntil(points.getAsDouble()));
    }
}
