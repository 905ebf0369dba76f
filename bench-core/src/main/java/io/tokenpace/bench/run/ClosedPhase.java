package io.tokenpace.bench.run;

import io.tokenpace.bench.schedule.Extent;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** The warm-up, or the measured part, of a closed load. */
final class ClosedPhase {
    private static final long NEVER = Long.MAX_VALUE;

    private final Feed feed;
    private final Extent extent;
    private final WindowEdges edges;
    private final boolean isWarmup;
    private final AtomicLong claimed = new AtomicLong();
    private volatile long endsNanos = NEVER;

    ClosedPhase(Feed feed, Extent extent, WindowEdges edges, boolean isWarmup) {
        this.feed = feed;
        this.extent = extent;
        this.edges = edges;
        this.isWarmup = isWarmup;
    }

    Feed feed() {
        return feed;
    }

    Extent extent() {
        return extent;
    }

    boolean isWarmup() {
        return isWarmup;
    }

    /** Begins the phase; where it is measured and has a duration, both edges of the window are known now. */
    void begin(long startNanos) {
        if (extent.duration().isPresent()) {
            endsNanos = startNanos + extent.durationNanos();
        }
        if (!isWarmup) {
            edges.open(startNanos);
            if (endsNanos != NEVER) {
                edges.close(endsNanos);
            }
        }
    }

    /** Returns whether a request may still start at this moment. */
    boolean admits(long nanos) {
        return endsNanos == NEVER || nanos - endsNanos < 0;
    }

    /** Returns the number of one more request, from 0. */
    long claim() {
        return claimed.getAndIncrement();
    }

    /** Returns when the phase ends by the clock; nothing where it ends by its requests alone. */
    OptionalLong endsNanos() {
        return endsNanos == NEVER ? OptionalLong.empty() : OptionalLong.of(endsNanos);
    }
}
