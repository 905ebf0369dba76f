package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;

/** How fast tokens follow the first one on average; one draw settles it for a whole answer. */
@FunctionalInterface
public interface Pace {
    /** Returns the mean time from one token to the next, in nanoseconds with a fraction. */
    double tokenNanos(double uniform);

    /** Draws the time between tokens. */
    static Pace ofTime(Distribution tokenNanos) {
        return tokenNanos::quantile;
    }

    /** Draws the tokens per second; the time between tokens is its reciprocal. */
    static Pace ofRate(Distribution tokensPerSecond) {
        return uniform -> 1e9 / tokensPerSecond.quantile(uniform);
    }

    /** Returns a pace whose times are {@code factor} times as long. */
    default Pace times(double factor) {
        return uniform -> tokenNanos(uniform) * factor;
    }
}
