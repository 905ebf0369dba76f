package io.tokenpace.mock.draw;

import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;

/**
 * A distribution of amounts that are never negative, such as times and rates.
 *
 * <p>One uniform number gives one value, by the inverse of the distribution function. So a request always uses the
 * same number of draws, and quantiles can be compared without sampling.
 */
@FunctionalInterface
public interface Distribution {
    /** Returns the value below which a share of {@code probability}, strictly between 0 and 1, of all draws fall. */
    double quantile(double probability);

    /** Always {@code value}. */
    static Distribution constant(double value) {
        requireAmount("value", value);
        return probability -> value;
    }

    /** Evenly spread from {@code min} to {@code max}. */
    static Distribution uniform(double min, double max) {
        requireAmount("min", min);
        requireAmount("max", max);
        if (max < min) {
            throw new IllegalArgumentException("max (" + max + ") must not be less than min (" + min + ")");
        }
        return probability -> min + (max - min) * probability;
    }

    /**
     * The bell curve of this mean and standard deviation, cut off at zero: values below zero are never drawn, and the
     * rest keep their proportions. With a mean of three deviations or more the cut is hardly felt.
     */
    static Distribution normal(double mean, double deviation) {
        requireAmount("mean", mean);
        requirePositive("sd", deviation);
        return TruncatedNormalDistribution.of(mean, deviation, 0, Double.POSITIVE_INFINITY)
                ::inverseCumulativeProbability;
    }

    /** The amount whose logarithm is normal with the deviation {@code sigma}; half of all draws exceed the median. */
    static Distribution lognormal(double median, double sigma) {
        requirePositive("median", median);
        requirePositive("sigma", sigma);
        return LogNormalDistribution.of(Math.log(median), sigma)::inverseCumulativeProbability;
    }

    /** The waiting time of a process without memory. */
    static Distribution exponential(double mean) {
        requirePositive("mean", mean);
        return ExponentialDistribution.of(mean)::inverseCumulativeProbability;
    }

    private static void requireAmount(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be zero or positive, and finite");
        }
    }

    private static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be positive and finite");
        }
    }
}
