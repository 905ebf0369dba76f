package io.tokenpace.bench.run;

import io.tokenpace.bench.schedule.Extent;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Where the warm-up of a closed load ends whose users start one after the other. No user waits there for the rest: all
 * of them would start anew at once, which is what a ramp is asked to avoid.
 *
 * <p>Every loop asks. The first that finds the warm-up over announces the window for a moment still to come, so that
 * each loop knows it when it is there.
 */
final class RampedWarmup {
    private static final long NOTICE_NANOS = 5_000_000;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final long rampEndsNanos;
    private final Extent warmup;
    private final LongConsumer openAt;
    private final AtomicLong countAfterRamp = new AtomicLong();
    private final AtomicLong opensNanos = new AtomicLong(UNKNOWN);

    /**
     * @param warmup what follows the ramp
     * @param openAt takes the moment at which the window is to open, once
     */
    RampedWarmup(long rampEndsNanos, Extent warmup, LongConsumer openAt) {
        this.rampEndsNanos = rampEndsNanos;
        this.warmup = warmup;
        this.openAt = openAt;
    }

    /** Returns whether a request that a user wants to send from one moment on, and is now about to, is warm-up. */
    boolean includes(long intendedNanos, long nowNanos) {
        long opens = opensNanos.get();
        if (opens != UNKNOWN) {
            return intendedNanos - opens < 0;
        }
        long sinceRamp = intendedNanos - rampEndsNanos;
        if (sinceRamp >= 0
                && !warmup.includes(countAfterRamp.getAndIncrement(), sinceRamp)
                && opensNanos.compareAndSet(UNKNOWN, nowNanos + NOTICE_NANOS)) {
            openAt.accept(nowNanos + NOTICE_NANOS);
        }
        return true;
    }
}
