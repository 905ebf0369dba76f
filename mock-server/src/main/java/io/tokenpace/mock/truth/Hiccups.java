package io.tokenpace.mock.truth;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * How much later than asked a thread that does nothing else wakes up: the floor under the lateness of whatever runs on
 * this machine.
 *
 * <p>A thread of its own sleeps a millisecond at a time and records what it overslept. A freeze of 50 ms is one long
 * sleep, but would have made 50 events late that fell due in it; so the shorter waits of those are recorded with it, and
 * the quantiles can be read beside those of {@link Lateness}.
 */
public final class Hiccups implements AutoCloseable {
    private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LOWEST_NANOS = 1_000;
    private static final long HIGHEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 3;

    private final LongSupplier clock;
    private final LongConsumer sleep;
    private final SingleWriterRecorder recorder = new SingleWriterRecorder(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
    private final Histogram sinceStart = new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
    private final Thread thread = new Thread(this::measure, "mock-hiccups");
    private volatile boolean closing;

    private Hiccups(LongSupplier clock, LongConsumer sleep) {
        this.clock = clock;
        this.sleep = sleep;
    }

    /** Starts measuring. */
    public static Hiccups start() {
        return start(System::nanoTime, LockSupport::parkNanos);
    }

    static Hiccups start(LongSupplier clock, LongConsumer sleep) {
        Hiccups hiccups = new Hiccups(clock, sleep);
        hiccups.thread.setDaemon(true);
        hiccups.thread.start();
        return hiccups;
    }

    /** Returns a copy of everything recorded so far, in nanoseconds. */
    public synchronized Histogram snapshot() {
        sinceStart.add(recorder.getIntervalHistogram());
        return sinceStart.copy();
    }

    /** Stops measuring. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
    }

    private void measure() {
        while (!closing) {
            long asleepNanos = clock.getAsLong();
            sleep.accept(SLEEP_NANOS);
            long oversleptNanos = clock.getAsLong() - asleepNanos - SLEEP_NANOS;
            recorder.recordValueWithExpectedInterval(Math.max(0, Math.min(oversleptNanos, HIGHEST_NANOS)), SLEEP_NANOS);
        }
    }
}
