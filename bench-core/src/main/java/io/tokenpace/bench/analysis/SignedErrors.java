package io.tokenpace.bench.analysis;

import io.tokenpace.bench.result.ErrorTail;
import io.tokenpace.bench.result.Percentile;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * Differences of either sign, in two histograms, which hold no negative values: one of those below zero by their size,
 * and one of the others. Their sum is the histogram of sizes. One more histogram with an offset would have done, but
 * three digits of a large offset are too coarse for a microsecond.
 *
 * <p>A difference beyond an hour is counted, never clamped.
 */
final class SignedErrors {
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double TENTHS_OF_MICROS = 10;

    private final Histogram below = new Histogram(HOUR_NANOS, DIGITS);
    private final Histogram above = new Histogram(HOUR_NANOS, DIGITS);
    private long overflows;

    void record(long nanos) {
        if (nanos > HOUR_NANOS || nanos < -HOUR_NANOS) {
            overflows++;
        } else if (nanos < 0) {
            below.recordValue(-nanos);
        } else {
            above.recordValue(nanos);
        }
    }

    long overflows() {
        return overflows;
    }

    /** Returns the percentiles of the sizes, and the median with its sign, in microseconds. */
    ErrorTail tail() {
        Histogram sizes = above.copy();
        sizes.add(below);
        long count = sizes.getTotalCount();
        return new ErrorTail(
                count,
                micros(sizes, "p50"),
                micros(sizes, "p90"),
                micros(sizes, "p99"),
                count == 0 ? OptionalDouble.empty() : OptionalDouble.of(micros(sizes.getMaxValue())),
                count == 0 ? OptionalDouble.empty() : OptionalDouble.of(micros(signedMedian(count))));
    }

    /** The lowest value that half of all are at or below: from the far end of the negative ones upwards. */
    private long signedMedian(long count) {
        long rank = (count + 1) / 2;
        return rank <= below.getTotalCount()
                ? -valueAt(below, below.getTotalCount() - rank + 1)
                : valueAt(above, rank - below.getTotalCount());
    }

    /** Returns the value of a rank, counted from 1. */
    private static long valueAt(Histogram histogram, long rank) {
        for (HistogramIterationValue step : histogram.recordedValues()) {
            if (step.getTotalCountToThisValue() >= rank) {
                return histogram.medianEquivalentValue(step.getValueIteratedTo());
            }
        }
        throw new IllegalArgumentException("rank (" + rank + ") must be at most " + histogram.getTotalCount());
    }

    private static OptionalDouble micros(Histogram sizes, String percentile) {
        Percentile wanted = Percentile.named(percentile);
        return wanted.isKnownFrom(sizes.getTotalCount())
                ? OptionalDouble.of(micros(sizes.getValueAtPercentile(wanted.fraction() * 100)))
                : OptionalDouble.empty();
    }

    private static double micros(long nanos) {
        return Math.round(nanos / NANOS_PER_MICRO * TENTHS_OF_MICROS) / TENTHS_OF_MICROS;
    }
}
