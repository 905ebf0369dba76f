package io.tokenpace.bench.measure;

import io.tokenpace.bench.clock.NanoClock;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * A thread that sleeps a millisecond at a time and records by how much it overslept. It needs nothing of the client, so
 * what it suffers is the machine's doing: a scheduler, a neighbour, a pause of the whole process.
 */
final class HiccupMeter implements AutoCloseable {
    static final String THREAD = "hiccup-meter";

    private static final long SLEEP_NANOS = 1_000_000;

    private final SingleWriterRecorder excess =
            new SingleWriterRecorder(MetricSet.MICROSECOND_NANOS, MetricSet.HOUR_NANOS, MetricSet.DIGITS);
    private final NanoClock clock;
    private final Thread sleeper;
    private volatile boolean closed;

    HiccupMeter(NanoClock clock) {
        this.clock = clock;
        sleeper = new Thread(this::sleep, THREAD);
        sleeper.setDaemon(true);
        sleeper.start();
    }

    /** Returns what was recorded since the last call, in the histogram given last time. */
    Histogram interval(Histogram recycled) {
        return excess.getIntervalHistogram(recycled);
    }

    Histogram interval() {
        return excess.getIntervalHistogram();
    }

    private void sleep() {
        while (!closed) {
            long before = clock.nanoTime();
            LockSupport.parkNanos(SLEEP_NANOS);
            long overslept = clock.nanoTime() - before - SLEEP_NANOS;
            excess.recordValue(Math.max(0, overslept));
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(sleeper);
    }
}
