package io.tokenpace.bench.workload.trace;

import java.time.Duration;
import java.util.Optional;

/**
 * Which part of a trace is replayed, and how fast. The part is told in the trace's own time, from its first request.
 *
 * @param speed how many seconds of the trace pass in one
 * @param from where the part begins
 * @param to where it ends; a request at this very moment is no longer part of it
 */
public record Replay(double speed, Duration from, Optional<Duration> to) {
    private static final double SLOWEST = 0.001;
    private static final double FASTEST = 1e6;
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public Replay {
        if (!(speed >= SLOWEST && speed <= FASTEST)) {
            throw new IllegalArgumentException("speed (" + speed + ") must be from " + SLOWEST + " to " + FASTEST);
        }
        if (from.isNegative() || from.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("from (" + from + ") must be from PT0S to " + LONGEST);
        }
        to.ifPresent(end -> {
            if (end.compareTo(from) <= 0 || end.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "to (" + end + ") must be later than from (" + from + ") and at most " + LONGEST);
            }
        });
    }

    /** Everything, as fast as it was recorded. */
    public static Replay asRecorded() {
        return new Replay(1, Duration.ZERO, Optional.empty());
    }
}
