package io.tokenpace.mock.api;

/**
 * A bucket that holds a minute's allowance, starts full and is refilled all the time.
 *
 * <p>Its level is counted in tokens times nanoseconds, so nothing is ever rounded: a token is a minute of them, and at a
 * limit of L tokens a minute every nanosecond brings L. At 60 a minute, a token that is missing is there after exactly
 * one second. What has been used up beyond the level is a debt, which the refill pays first.
 */
final class TokenBucket {
    private static final long MINUTE_NANOS = 60_000_000_000L;

    private final long limit;
    private final long full;
    private long level;
    private long atNanos;

    TokenBucket(int limit, long nowNanos) {
        this.limit = limit;
        full = limit * MINUTE_NANOS;
        level = full;
        atNanos = nowNanos;
    }

    long limit() {
        return limit;
    }

    /** Returns the whole tokens that are there; negative if there is a debt. */
    long tokens(long nowNanos) {
        refill(nowNanos);
        return Math.floorDiv(level, MINUTE_NANOS);
    }

    /** Takes tokens, whether they are there or not. */
    void take(long tokens, long nowNanos) {
        refill(nowNanos);
        level -= tokens * MINUTE_NANOS;
    }

    /** Returns how long it takes, if nothing else is taken, until so many tokens are there, as if it could hold them. */
    long waitNanos(long tokens, long nowNanos) {
        refill(nowNanos);
        long missing = tokens * MINUTE_NANOS - level;
        return missing <= 0 ? 0 : (missing + limit - 1) / limit;
    }

    /** Returns how long it takes until it is full. */
    long fullNanos(long nowNanos) {
        return waitNanos(limit, nowNanos);
    }

    private void refill(long nowNanos) {
        long elapsed = nowNanos - atNanos;
        if (elapsed <= 0) {
            // Event loops take their time each on its own; one may be a moment behind the other.
            return;
        }
        atNanos = nowNanos;
        long nanosToFull = (full - level + limit - 1) / limit;
        level = elapsed >= nanosToFull ? full : level + elapsed * limit;
    }
}
