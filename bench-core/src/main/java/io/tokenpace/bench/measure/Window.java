package io.tokenpace.bench.measure;

/**
 * The part of a run that its figures are about: from the end of the warm-up to the last scheduled start. An open load
 * knows both ends beforehand; a closed one learns when it opens, and, where it is to send a number of requests, when it
 * closes. Until then the end lies infinitely far away.
 */
public final class Window {
    /** Stands for a moment that is not known yet. */
    public static final long NEVER = Long.MAX_VALUE;

    private volatile long opensNanos = NEVER;
    private volatile long closesNanos = NEVER;

    /** Sets the start. */
    public void openAt(long nanos) {
        opensNanos = nanos;
    }

    /** Sets the end. */
    public void closeAt(long nanos) {
        closesNanos = nanos;
    }

    /** Brings the end forward, to where an interrupted run stopped; a window that had not opened yet stays empty. */
    public void closeBy(long nanos) {
        if (closesNanos == NEVER || nanos - closesNanos < 0) {
            if (opensNanos != NEVER && nanos - opensNanos < 0) {
                opensNanos = nanos;
            }
            closesNanos = nanos;
        }
    }

    public long opensNanos() {
        return opensNanos;
    }

    public long closesNanos() {
        return closesNanos;
    }

    public boolean hasOpened(long nowNanos) {
        return opensNanos != NEVER && nowNanos - opensNanos >= 0;
    }

    public boolean hasClosed(long nowNanos) {
        return closesNanos != NEVER && nowNanos - closesNanos >= 0;
    }

    /** Returns whether the end is known and still to come. */
    public boolean isToClose(long nowNanos) {
        return closesNanos != NEVER && nowNanos - closesNanos < 0;
    }

    /** Returns whether a moment lies within. */
    public boolean contains(long nanos) {
        return hasOpened(nanos) && (closesNanos == NEVER || nanos - closesNanos <= 0);
    }

    /** Returns how much of a span lies within. */
    public long overlapNanos(long fromNanos, long toNanos) {
        if (opensNanos == NEVER) {
            return 0;
        }
        long from = fromNanos - opensNanos < 0 ? opensNanos : fromNanos;
        long to = closesNanos != NEVER && toNanos - closesNanos > 0 ? closesNanos : toNanos;
        return Math.max(0, to - from);
    }

    /** Returns the length, 0 where the window never opened or never closed. */
    public long lengthNanos() {
        return opensNanos == NEVER || closesNanos == NEVER ? 0 : Math.max(0, closesNanos - opensNanos);
    }
}
