package io.tokenpace.mock.fault;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault that strikes some of the requests of a time.
 *
 * @param rate the share of the requests that it strikes
 * @param from when it begins to, counted from the first request
 * @param length for how long it does; to the end if empty
 */
public record FaultRule(Fault fault, double rate, Duration from, Optional<Duration> length) {
    public FaultRule {
        if (!(rate > 0 && rate <= 1)) {
            throw new IllegalArgumentException("rate (" + rate + ") must be above 0 and at most 1");
        }
        if (from.isNegative()) {
            throw new IllegalArgumentException("from (" + from + ") must be zero or positive");
        }
        if (length.isPresent() && (length.get().isNegative() || length.get().isZero())) {
            throw new IllegalArgumentException("length (" + length.get() + ") must be positive");
        }
    }

    /** Whether a request that came so long after the first lies in its time, on a clock {@code scale} times as fast. */
    boolean isOpen(long sinceFirstNanos, double scale) {
        double sinceFirst = sinceFirstNanos * scale;
        return sinceFirst >= from.toNanos()
                && (length.isEmpty() || sinceFirst < from.plus(length.get()).toNanos());
    }
}
