package io.tokenpace.bench.result;

/**
 * The upper end of a distribution of times, in milliseconds.
 *
 * @param count of values: where their interval has no upper end they never condemn a run, since users in step are late
 *     together, and a single stall is then several of few values
 */
public record Tail(long count, double p50, double p90, double p99, double max) {
    public static final Tail NONE = new Tail(0, 0, 0, 0, 0);

    private static final Percentile P90 = Percentile.named("p90");
    private static final Percentile P99 = Percentile.named("p99");

    /** Returns whether the 90th percentile is firmly known, which takes 36 values, and lies above a bound. */
    public boolean p90Exceeds(double boundMs) {
        return P90.isFirmFrom(count) && p90 > boundMs;
    }

    /** Returns whether the 99th percentile is firmly known, which takes 368 values, and lies above a bound. */
    public boolean p99Exceeds(double boundMs) {
        return P99.isFirmFrom(count) && p99 > boundMs;
    }
}
