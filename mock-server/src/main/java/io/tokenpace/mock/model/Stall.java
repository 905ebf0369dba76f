package io.tokenpace.mock.model;

import java.time.Duration;

/**
 * A span in which nothing leaves the server, measured from the arrival of its first request.
 *
 * <p>Whatever falls due inside is due at the end instead; what falls due later keeps its time.
 */
public record Stall(Duration from, Duration length) {
    public Stall {
        if (from.isNegative()) {
            throw new IllegalArgumentException("from (" + from + ") must be zero or positive");
        }
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("length (" + length + ") must be positive");
        }
    }
}
