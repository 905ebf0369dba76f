package io.tokenpace.mock.model;

/**
 * The time a service spends reading a prompt: {@code max(floor, fixed + perToken·N + perTokenSquared·N²)} for N uncached
 * tokens, plus {@code perCachedToken} for each token found in the cache.
 *
 * <p>Coefficients are nanoseconds with a fraction: the square's is often far less than one.
 */
public record Prefill(
        double floorNanos,
        double fixedNanos,
        double perTokenNanos,
        double perTokenSquaredNanos,
        double perCachedTokenNanos) {
    public Prefill {
        requireAmount("floorNanos", floorNanos);
        requireAmount("fixedNanos", fixedNanos);
        requireAmount("perTokenNanos", perTokenNanos);
        requireAmount("perTokenSquaredNanos", perTokenSquaredNanos);
        requireAmount("perCachedTokenNanos", perCachedTokenNanos);
    }

    /** Returns the time for a prompt of these sizes, rounded to a nanosecond once, at the end. */
    public long nanos(long uncachedTokens, long cachedTokens) {
        double n = uncachedTokens;
        double uncachedNanos = Math.max(floorNanos, fixedNanos + perTokenNanos * n + perTokenSquaredNanos * n * n);
        return Math.round(uncachedNanos + perCachedTokenNanos * cachedTokens);
    }

    private static void requireAmount(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be zero or positive, and finite");
        }
    }
}
