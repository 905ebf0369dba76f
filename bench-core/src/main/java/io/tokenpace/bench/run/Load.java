package io.tokenpace.bench.run;

import java.util.OptionalInt;

/** A load in motion. */
interface Load {
    /** Begins; offsets count from this moment of the monotonic clock. */
    void start(long startNanos);

    /** Takes up nothing more. */
    void stop();

    /** Returns the lanes that carry it, for waiting and for counting. */
    Lanes lanes();

    /** Returns how many measured requests were to be sent. */
    long planned();

    /**
     * Returns how many requests have come due since the last call.
     *
     * @param nanos the moment of the monotonic clock up to which they are counted
     * @param started how many were taken up since then
     */
    long offeredUntil(long nanos, long started);

    /** Returns the number of users, in a closed loop. */
    OptionalInt users();

    /** Returns how often a lane found no prepared request. */
    long emptyQueues();
}
