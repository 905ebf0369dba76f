package io.tokenpace.bench.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Draws large seeded samples and holds them against formulas that have nothing to do with how they were drawn. */
final class Samples {
    private static final int COUNT = 100_000;
    /** The 1 % point of the Kolmogorov distribution. */
    private static final double KOLMOGOROV = 1.63;
    /** The 0.1 % point of the standard normal distribution. */
    private static final double Z = 3.09;

    private Samples() {}

    static double[] of(DoubleUnaryOperator draw) {
        Draws draws = Draws.of(11, "sample");
        return IntStream.range(0, COUNT)
                .mapToDouble(i -> draw.applyAsDouble(draws.uniform(i)))
                .toArray();
    }

    /** Holds a sample of a continuous distribution, or of one rounded finely, against its distribution function. */
    static void assertDistributed(double[] sample, DoubleUnaryOperator expected) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double worst = 0;
        for (int i = 0; i < sorted.length; i++) {
            double share = expected.applyAsDouble(sorted[i]);
            worst = Math.max(worst, Math.max(share - (double) i / COUNT, (i + 1.0) / COUNT - share));
        }
        assertThat(worst * Math.sqrt(COUNT)).isLessThan(KOLMOGOROV);
    }

    /** Holds how often each whole number from low to high was drawn against its share, by χ². */
    static void assertShares(double[] sample, int low, int high, IntToDoubleFunction share) {
        int[] counts = new int[high - low + 1];
        for (double value : sample) {
            counts[(int) value - low]++;
        }
        double chiSquare = 0;
        for (int i = 0; i < counts.length; i++) {
            double expected = share.applyAsDouble(low + i) * COUNT;
            chiSquare += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        // The 99.9 % point by Wilson and Hilferty.
        double freedom = counts.length - 1.0;
        double cube = 1 - 2 / (9 * freedom) + Z * Math.sqrt(2 / (9 * freedom));
        assertThat(chiSquare).isLessThan(freedom * cube * cube * cube);
    }

    /** Φ(z) by Abramowitz and Stegun 7.1.26, right to 1.5e-7. */
    static double normalShare(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double tail = t
                * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
                * Math.exp(-x * x);
        double upper = 1 - tail / 2;
        return z >= 0 ? upper : 1 - upper;
    }
}
