package io.tokenpace.bench.result;

import java.util.List;

/** A percentile that is reported, and the number of values it takes. */
public record Percentile(String name, double fraction) {
    public static final List<Percentile> ALL = List.of(
            new Percentile("p1", 0.01),
            new Percentile("p5", 0.05),
            new Percentile("p10", 0.10),
            new Percentile("p50", 0.50),
            new Percentile("p90", 0.90),
            new Percentile("p95", 0.95),
            new Percentile("p99", 0.99),
            new Percentile("p99.9", 0.999),
            new Percentile("p99.99", 0.9999));

    private static final double HALF_OF_FIVE_PERCENT = 0.025;
    private static final double ROUNDING = 1e-9;

    /** Returns the percentile of a name that stands in {@link #ALL}. */
    public static Percentile named(String name) {
        return ALL.stream()
                .filter(percentile -> percentile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("percentile (" + name + ") is not reported"));
    }

    /** Returns whether n values have anything to say about it: one of them must be expected beyond it. */
    public boolean isKnownFrom(long n) {
        return n * Math.min(fraction, 1 - fraction) >= 1 - ROUNDING;
    }

    /**
     * Returns whether n independent values carry a 95 % interval with two finite ends: the chance that none of them lies
     * beyond the percentile must not exceed 2.5 %, which takes 368 values at p99.
     */
    public boolean isFirmFrom(long n) {
        return Math.pow(Math.max(fraction, 1 - fraction), n) <= HALF_OF_FIVE_PERCENT;
    }
}
