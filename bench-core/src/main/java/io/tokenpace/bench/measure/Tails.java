package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.Tail;
import org.HdrHistogram.AbstractHistogram;

/** Reads the upper end of a histogram of nanoseconds. */
public final class Tails {
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double MICROS_PER_MILLI = 1e3;

    private Tails() {}

    /** Returns the tail in milliseconds, all zero where nothing was recorded. */
    public static Tail of(AbstractHistogram nanos) {
        if (nanos.getTotalCount() == 0) {
            return Tail.NONE;
        }
        return new Tail(
                nanos.getTotalCount(), millis(nanos, 50), millis(nanos, 90), millis(nanos, 99), millis(nanos, 100));
    }

    private static double millis(AbstractHistogram nanos, double percentile) {
        return Math.round(nanos.getValueAtPercentile(percentile) / NANOS_PER_MICRO) / MICROS_PER_MILLI;
    }
}
