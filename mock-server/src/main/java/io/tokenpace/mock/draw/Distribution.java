package io.tokenpace.mock.draw;

import java.util.List;
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
        Amounts.requireAmount("value", value);
        return probability -> value;
    }

    /** Evenly spread from {@code min} to {@code max}. */
    static Distribution uniform(double min, double max) {
        Amounts.requireAmount("min", min);
        Amounts.requireAmount("max", max);
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
        Amounts.requireAmount("mean", mean);
        Amounts.requirePositive("sd", deviation);
        return TruncatedNormalDistribution.of(mean, deviation, 0, Double.POSITIVE_INFINITY)
                ::inverseCumulativeProbability;
    }

    /** The amount whose logarithm is normal with the deviation {@code sigma}; half of all draws exceed the median. */
    static Distribution lognormal(double median, double sigma) {
        Amounts.requirePositive("median", median);
        Amounts.requirePositive("sigma", sigma);
        return LogNormalDistribution.of(Math.log(median), sigma)::inverseCumulativeProbability;
    }

    /** The waiting time of a process without memory. */
    static Distribution exponential(double mean) {
        Amounts.requirePositive("mean", mean);
        return ExponentialDistribution.of(mean)::inverseCumulativeProbability;
    }

    /** The values of a sample, each as likely as its weight is among all; none is drawn that is not in the sample. */
    static Distribution empirical(List<Double> values, List<Double> weights) {
        return new EmpiricalValues(values, weights);
    }

    /** The distribution with these quantiles, and straight lines between them; the first is for 0, the last for 1. */
    static Distribution quantiles(List<Double> probabilities, List<Double> values) {
        return new EmpiricalQuantiles(probabilities, values);
    }

    /**
     * Returns the {@code sigma} of a lognormal distribution whose standard deviation is {@code cv} times its mean:
     * σ² = ln(1 + cv²).
     */
    static double lognormalSigma(double cv) {
        Amounts.requirePositive("cv", cv);
        return Math.sqrt(Math.log1p(cv * cv));
    }

    /**
     * The factor of mean 1 by which a lognormal jitter stretches what it applies to; its quantile for p is
     * exp(σ·z_p − σ²/2), with the σ of {@link #lognormalSigma}.
     */
    static Distribution jitter(double cv) {
        double sigma = lognormalSigma(cv);
        return lognormal(Math.exp(-sigma * sigma / 2), sigma);
    }

    /** Returns the same distribution with every value multiplied by {@code factor}. */
    default Distribution times(double factor) {
        Amounts.requirePositive("factor", factor);
        return probability -> quantile(probability) * factor;
    }
}
