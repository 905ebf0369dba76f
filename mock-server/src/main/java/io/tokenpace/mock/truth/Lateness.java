package io.tokenpace.mock.truth;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/**
 * How much later than scheduled events were written, over all loops of a server.
 *
 * <p>Each loop records into a {@link Loop} of its own, single writer; a snapshot adds them up.
 */
public final class Lateness {
    private static final long LOWEST_NANOS = 1_000;
    private static final long HIGHEST_NANOS = 3_600_000_000_000L;
    private static final int DIGITS = 3;

    private final List<Loop> loops = new CopyOnWriteArrayList<>();
    private final Histogram sinceStart = emptyHistogram();

    /** Returns the record of one more loop. */
    public Loop newLoop() {
        Loop loop = new Loop();
        loops.add(loop);
        return loop;
    }

    /** Returns a copy of everything recorded so far, in nanoseconds. */
    public synchronized Histogram snapshot() {
        for (Loop loop : loops) {
            sinceStart.add(loop.recorder.getIntervalHistogram());
        }
        return sinceStart.copy();
    }

    private static Histogram emptyHistogram() {
        return new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
    }

    /** The lateness of one loop's events. */
    public static final class Loop {
        private final SingleWriterRecorder recorder = new SingleWriterRecorder(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);

        private Loop() {}

        /** Records one event; an hour or more, such as behind a client that does not read, is recorded as an hour. */
        public void record(long nanos) {
            recorder.recordValue(Math.min(nanos, HIGHEST_NANOS));
        }
    }
}
