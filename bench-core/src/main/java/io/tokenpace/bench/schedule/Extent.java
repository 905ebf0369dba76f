package io.tokenpace.bench.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How long a load lasts: a number of requests, a time, or whichever of the two ends first.
 *
 * @param requests the most requests
 * @param duration the longest time in which requests are started
 */
public record Extent(OptionalLong requests, Optional<Duration> duration) {
    public Extent {
        requests.ifPresent(count -> {
            if (count < 0) {
                throw new IllegalArgumentException("requests (" + count + ") must not be negative");
            }
        });
        duration.ifPresent(time -> {
            if (time.isNegative()) {
                throw new IllegalArgumentException("duration (" + time + ") must not be negative");
            }
        });
        if (requests.isEmpty() && duration.isEmpty()) {
            throw new IllegalArgumentException("a load must end: give it requests or a duration");
        }
    }

    public static Extent ofRequests(long count) {
        return new Extent(OptionalLong.of(count), Optional.empty());
    }

    public static Extent ofDuration(Duration time) {
        return new Extent(OptionalLong.empty(), Optional.of(time));
    }

    /** Returns whether a request with this number (from 0), due at this offset, still belongs to the load. */
    public boolean includes(long number, long offsetNanos) {
        return number < requests.orElse(Long.MAX_VALUE) && offsetNanos < durationNanos();
    }

    /** Returns the longest time in nanoseconds, or the largest there is. */
    public long durationNanos() {
        return duration.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    }
}
