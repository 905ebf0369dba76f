package io.tokenpace.bench.schedule;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** Tests of samples against the distribution they should come from. */
final class Spread {
    /** The distance that 1 % of samples reach that do come from it, times √n. */
    static final double KOLMOGOROV_1_PERCENT = 1.63;

    private Spread() {}

    /** Returns the distances between offsets, the first from 0, in mean gaps at a rate. */
    static double[] gaps(long[] offsets, double perSecond) {
        double[] gaps = new double[offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            gaps[i] = (offsets[i] - (i == 0 ? 0 : offsets[i - 1])) * perSecond / 1e9;
        }
        return gaps;
    }

    /** Returns √n times the greatest distance between a sample's distribution function and this one. */
    static double kolmogorov(double[] sample, DoubleUnaryOperator distribution) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int count = sorted.length;
        double worst = 0;
        for (int i = 0; i < count; i++) {
            double expected = distribution.applyAsDouble(sorted[i]);
            worst = Math.max(worst, Math.max(expected - (double) i / count, (i + 1.0) / count - expected));
        }
        return worst * Math.sqrt(count);
    }

    /** Counts how many offsets fall into each slice of the time. */
    static int[] counts(long[] offsets, long sliceNanos) {
        int[] counts = new int[(int) (offsets[offsets.length - 1] / sliceNanos)];
        for (long offset : offsets) {
            int slice = (int) (offset / sliceNanos);
            if (slice < counts.length) {
                counts[slice]++;
            }
        }
        return counts;
    }
}
