package io.tokenpace.bench.schedule;

/** Equal distances, each offset computed from its index, so that no rounding error accumulates. */
final class ConstantArrivals implements Arrivals {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private long index;

    ConstantArrivals(double perSecond) {
        this.perSecond = Rates.positive(perSecond);
    }

    @Override
    public long nextOffsetNanos() {
        return Math.round(index++ * NANOS_PER_SECOND / perSecond);
    }
}
