package io.tokenpace.bench.draw;

import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** The distributions that a few numbers describe. */
final class Families {
    private Families() {}

    /** Every whole number from low to high, both included, equally often. */
    static Distribution uniformWhole(double low, double high) {
        double count = high - low + 1;
        return probability -> low + Math.floor(probability * count);
    }

    static Distribution uniform(double low, double high) {
        return probability -> low + (high - low) * probability;
    }

    static Distribution normal(double mean, double deviation) {
        return NormalDistribution.of(mean, deviation)::inverseCumulativeProbability;
    }

    /**
     * The lognormal distribution whose values, not their logarithms, have this mean and deviation: σ² = ln(1 + (s/m)²)
     * and µ = ln m − σ²/2.
     */
    static Distribution lognormal(double mean, double deviation) {
        double ratio = deviation / mean;
        double variance = Math.log1p(ratio * ratio);
        return LogNormalDistribution.of(Math.log(mean) - variance / 2, Math.sqrt(variance))
                ::inverseCumulativeProbability;
    }

    static Distribution exponential(double mean) {
        return ExponentialDistribution.of(mean)::inverseCumulativeProbability;
    }

    /** The whole numbers from low to high, k as often as 1/k^exponent. */
    static Distribution zipf(double exponent, int low, int high) {
        double[] values = new double[high - low + 1];
        double[] weights = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = low + i;
            // Relative to the first, so that no power of a large number underflows.
            weights[i] = Math.pow(values[i] / low, -exponent);
        }
        return new Staircase(values, weights);
    }
}
