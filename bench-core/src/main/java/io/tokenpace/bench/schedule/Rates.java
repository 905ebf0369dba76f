package io.tokenpace.bench.schedule;

/** The rule every rate keeps. */
final class Rates {
    static final double NANOS_PER_SECOND = 1e9;

    private Rates() {}

    static double positive(double perSecond) {
        if (!(perSecond > 0 && perSecond < NANOS_PER_SECOND)) {
            throw new IllegalArgumentException("rate (" + perSecond + ") must be positive and below 1e9 a second");
        }
        return perSecond;
    }
}
