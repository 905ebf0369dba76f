package io.tokenpace.bench.client;

/**
 * Counts what goes on at a time, such as connections that are busy, and integrates that count. It is the second book
 * beside the requests' own stamps: a run whose two books disagree has lost track of something.
 *
 * <p>The integral up to t is Σ (end − start) of what has ended + Σ (t − start) of what has not, which is count · t −
 * (Σ starts − Σ ends): two numbers hold it, whatever the number of requests.
 */
public final class InFlightGauge {
    private final long epochNanos;
    private long count;
    private long balanceNanos;

    public InFlightGauge(long epochNanos) {
        this.epochNanos = epochNanos;
    }

    public synchronized void begin(long atNanos) {
        count++;
        balanceNanos += atNanos - epochNanos;
    }

    public synchronized void end(long atNanos) {
        count--;
        balanceNanos -= atNanos - epochNanos;
    }

    /** Returns how many have begun and not ended. */
    public synchronized long count() {
        return count;
    }

    /** Returns ∫ count dt up to a moment, which must not lie before the last change. */
    public synchronized long integralNanos(long untilNanos) {
        return count * (untilNanos - epochNanos) - balanceNanos;
    }
}
