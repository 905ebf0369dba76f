package io.tokenpace.bench.run;

import java.time.Duration;
import java.util.OptionalInt;

/** A load in motion. */
interface Load {
    /** Begins; offsets count from this moment of the monotonic clock. */
    void start(long startNanos);

    /** Takes up nothing more. */
    void stop();

    /** Waits until nothing more will be taken up. */
    void awaitLastStart() throws InterruptedException;

    /** Waits until every exchange has ended, and returns whether that came about in time. */
    boolean awaitEnd(Duration patience) throws InterruptedException;

    /** Returns how many measured requests were to be sent. */
    long planned();

    /** Returns how many requests have been taken up, warm-up included. */
    long startedSoFar();

    /** Returns how many measured requests have been taken up. */
    long measuredSoFar();

    /** Returns how many requests the schedule wants in a second of the load, of which so many were taken up. */
    long offeredIn(long second, long started);

    /** Returns the number of users, in a closed loop. */
    OptionalInt users();

    /** Returns how often a lane found no prepared request. */
    long emptyQueues();
}
