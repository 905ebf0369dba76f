package io.tokenpace.mock.truth;

/**
 * The times of some consecutive events, in 16 bytes each: when it was scheduled, and in nanoseconds how much later it
 * was written, and flushed after that.
 *
 * <p>A difference that does not fit, such as the 2.1 s and more that pass behind a client which does not read, goes into
 * an array of full width, which a chunk takes when it first needs one.
 */
final class EventChunk {
    /** Stands for a difference that is kept in full width; itself too wide, so that it can mean nothing else. */
    private static final int WIDE = Integer.MIN_VALUE;

    private static final long[] NOT_NEEDED = {};

    private final long[] scheduledNanos;
    private final int[] writtenAfter;
    private final int[] flushedAfter;
    /** The written times, then the flushed ones. */
    private long[] wideNanos = NOT_NEEDED;

    EventChunk(int events) {
        scheduledNanos = new long[events];
        writtenAfter = new int[events];
        flushedAfter = new int[events];
    }

    void write(int index, long scheduled, long nowNanos) {
        scheduledNanos[index] = scheduled;
        writtenAfter[index] = difference(nowNanos - scheduled);
        if (writtenAfter[index] == WIDE) {
            wide()[index] = nowNanos;
        }
    }

    void flush(int index, long nowNanos) {
        flushedAfter[index] = difference(nowNanos - writtenNanos(index));
        if (flushedAfter[index] == WIDE) {
            wide()[size() + index] = nowNanos;
        }
    }

    long scheduledNanos(int index) {
        return scheduledNanos[index];
    }

    long writtenNanos(int index) {
        return writtenAfter[index] == WIDE ? wideNanos[index] : scheduledNanos[index] + writtenAfter[index];
    }

    long flushedNanos(int index) {
        return flushedAfter[index] == WIDE ? wideNanos[size() + index] : writtenNanos(index) + flushedAfter[index];
    }

    /** For how many events there is room. */
    int size() {
        return scheduledNanos.length;
    }

    boolean isWide() {
        return wideNanos.length > 0;
    }

    private long[] wide() {
        if (!isWide()) {
            wideNanos = new long[2 * size()];
        }
        return wideNanos;
    }

    private static int difference(long nanos) {
        return nanos == (int) nanos ? (int) nanos : WIDE;
    }
}
