package io.tokenpace.bench.schedule;

/** The rule every rate keeps. */
final class Rates {
    private Rates() {}

    static double positive(double perSecond) {
        if (!(perSecond > 0 && perSecond < 1e9)) {
            throw new IllegalArgumentException("rate (" + perSecond + ") must be positive and below 1e9 a second");
        }
        return perSecond;
    }
}
