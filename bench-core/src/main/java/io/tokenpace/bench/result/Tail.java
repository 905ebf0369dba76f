package io.tokenpace.bench.result;

/**
 * The upper end of a distribution of times, in milliseconds.
 *
 * @param count of values: too few of them say nothing about a percentile, and never condemn a run
 */
public record Tail(long count, double p50, double p90, double p99, double max) {
    public static final Tail NONE = new Tail(0, 0, 0, 0, 0);

    private static final int ENOUGH_FOR_P90 = 10;
    private static final int ENOUGH_FOR_P99 = 100;

    /** Returns whether the 90th percentile is known, and lies above a bound. */
    public boolean p90Exceeds(double boundMs) {
        return count >= ENOUGH_FOR_P90 && p90 > boundMs;
    }

    /** Returns whether the 99th percentile is known, and lies above a bound. */
    public boolean p99Exceeds(double boundMs) {
        return count >= ENOUGH_FOR_P99 && p99 > boundMs;
    }
}
