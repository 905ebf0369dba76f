package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.ArrivalLog;
import org.HdrHistogram.WriterReaderPhaser;

/**
 * The gaps of one phase of a run, recorded by one thread and taken out by another: while one side is recorded into, the
 * other is read.
 *
 * <p>Assumes one writer and one reader. Guarantees that the writer never waits, and that the reader sees all gaps of an
 * answer or none: a whole answer is recorded at a time, which costs two atomic steps instead of two for every value.
 */
final class GapLane {
    private static final long YIELD_NANOS = 500_000;

    private final WriterReaderPhaser phaser = new WriterReaderPhaser();
    private volatile GapHistograms recording = new GapHistograms();
    private GapHistograms resting = new GapHistograms();

    /** Records the gaps of an answer. */
    void record(ArrivalLog arrivals, boolean tokenPerEvent) {
        long entered = phaser.writerCriticalSectionEnter();
        try {
            recording.record(arrivals, tokenPerEvent);
        } finally {
            phaser.writerCriticalSectionExit(entered);
        }
    }

    /** Moves what was recorded since the last call into a set. */
    void drainTo(MetricSet set) {
        phaser.readerLock();
        try {
            GapHistograms full = recording;
            recording = resting;
            resting = full;
            phaser.flipPhase(YIELD_NANOS);
            full.moveTo(set);
        } finally {
            phaser.readerUnlock();
        }
    }
}
