package io.tokenpace.bench.run;

import org.HdrHistogram.Histogram;

/** What a service that knows its own timing says of itself. */
public interface GroundTruth {
    /** Returns how late it has written everything since its start, in nanoseconds. */
    Histogram lateness();

    /** Returns ∫ requests in flight dt since its start, up to a moment of the shared monotonic clock. */
    long inFlightNanos(long untilNanos);
}
