package io.tokenpace.mock.truth;

/**
 * How many requests are in the server, from the last byte read of each to the last byte written; and the integral of
 * that number over time, which Little's law compares with the client's own figures.
 *
 * <p>The integral needs no sampling: it is what each request that is out has spent inside plus what each that is in has
 * spent so far, which is {@code count · t − (Σ entries − Σ exits)}. The sums may overflow; the result is right all the
 * same, because it is taken modulo 2⁶⁴ and lies far below.
 *
 * <p>Safe for use by several threads.
 */
public final class InFlight {
    private int count;
    private long entered;
    private long entryNanosLessExitNanos;

    /** Notes that a request was read in full, and returns how many are in flight, this one included. */
    public synchronized int enter(long nowNanos) {
        count++;
        entered++;
        entryNanosLessExitNanos += nowNanos;
        return count;
    }

    /** Its last byte was written, or its client has left. */
    public synchronized void exit(long nowNanos) {
        count--;
        entryNanosLessExitNanos -= nowNanos;
    }

    /** How many are in flight. */
    public synchronized int count() {
        return count;
    }

    /** How many have ever entered. */
    public synchronized long entered() {
        return entered;
    }

    /** Returns the integral from the start until {@code atNanos}, which must not lie before the latest entry or exit. */
    public synchronized long integralNanos(long atNanos) {
        return count * atNanos - entryNanosLessExitNanos;
    }
}
