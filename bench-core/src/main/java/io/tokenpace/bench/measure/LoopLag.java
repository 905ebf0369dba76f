package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.clock.NanoClock;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** Wakes on an event loop every ten milliseconds and records how late: an answer's stamps are as late as that. */
final class LoopLag implements AutoCloseable {
    private static final long INTERVAL_NANOS = 10_000_000;

    private final SingleWriterRecorder lag =
            new SingleWriterRecorder(MetricSet.MICROSECOND_NANOS, MetricSet.HOUR_NANOS, MetricSet.DIGITS);
    private final ClientLoop loop;
    private final NanoClock clock;
    private long dueNanos;
    private volatile boolean closed;

    LoopLag(ClientLoop loop, NanoClock clock) {
        this.loop = loop;
        this.clock = clock;
        loop.execute(this::arm);
    }

    Histogram interval(Histogram recycled) {
        return lag.getIntervalHistogram(recycled);
    }

    Histogram interval() {
        return lag.getIntervalHistogram();
    }

    private void arm() {
        dueNanos = clock.nanoTime() + INTERVAL_NANOS;
        loop.schedule(this::wake, INTERVAL_NANOS);
    }

    private void wake() {
        lag.recordValue(Math.max(0, clock.nanoTime() - dueNanos));
        if (!closed) {
            arm();
        }
    }

    @Override
    public void close() {
        closed = true;
    }
}
