package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;

/**
 * The time a service spends reading a prompt: {@code max(floor, fixed + perToken·N + perTokenSquared·N²)} for N uncached
 * tokens, plus {@code perCachedToken} for each token found in the cache. Each request draws its own coefficients.
 *
 * <p>Coefficients are nanoseconds with a fraction: the square's is often far less than one.
 */
public record Prefill(
        Distribution floorNanos,
        Distribution fixedNanos,
        Distribution perTokenNanos,
        Distribution perTokenSquaredNanos,
        Distribution perCachedTokenNanos) {
    /** The prefill of a service whose coefficients do not vary. */
    public static Prefill constant(
            double floorNanos,
            double fixedNanos,
            double perTokenNanos,
            double perTokenSquaredNanos,
            double perCachedTokenNanos) {
        return new Prefill(
                Distribution.constant(floorNanos),
                Distribution.constant(fixedNanos),
                Distribution.constant(perTokenNanos),
                Distribution.constant(perTokenSquaredNanos),
                Distribution.constant(perCachedTokenNanos));
    }

    /** Returns the time for a prompt of these sizes, rounded to a nanosecond once, at the end. */
    public long nanos(long uncachedTokens, long cachedTokens, DrawStream draws) {
        double n = uncachedTokens;
        double floor = floorNanos.quantile(draws.uniform(0));
        double fixed = fixedNanos.quantile(draws.uniform(1));
        double perToken = perTokenNanos.quantile(draws.uniform(2));
        double perTokenSquared = perTokenSquaredNanos.quantile(draws.uniform(3));
        double perCachedToken = perCachedTokenNanos.quantile(draws.uniform(4));
        return Math.round(
                Math.max(floor, fixed + perToken * n + perTokenSquared * n * n) + perCachedToken * cachedTokens);
    }

    Prefill times(double factor) {
        return new Prefill(
                floorNanos.times(factor),
                fixedNanos.times(factor),
                perTokenNanos.times(factor),
                perTokenSquaredNanos.times(factor),
                perCachedTokenNanos.times(factor));
    }
}
