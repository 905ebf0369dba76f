package io.tokenpace.bench.client;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts what goes on at a time, such as connections that are busy, and integrates that count. It is the second book
 * beside the requests' own stamps: a run whose two books disagree has lost track of something.
 *
 * <p>The integral up to t is Σ (end − start) of what has ended + Σ (t − start) of what has not, which is count · t −
 * (Σ starts − Σ ends): two numbers hold it, whatever the number of requests.
 */
public final class InFlightGauge {
    private final long epochNanos;
    private final List<Reading> readings = new ArrayList<>();
    private long count;
    private long balanceNanos;

    public InFlightGauge(long epochNanos) {
        this.epochNanos = epochNanos;
    }

    public synchronized void begin(long atNanos) {
        count++;
        balanceNanos += atNanos - epochNanos;
        readings.forEach(reading -> reading.integralNanos += reading.after(atNanos));
    }

    public synchronized void end(long atNanos) {
        count--;
        balanceNanos -= atNanos - epochNanos;
        readings.forEach(reading -> reading.integralNanos -= reading.after(atNanos));
    }

    /** Returns how many have begun and not ended. */
    public synchronized long count() {
        return count;
    }

    /**
     * Begins to read ∫ count dt up to a moment, which must not lie before the last change. What is told later is taken in
     * as far as it happened before that moment, so that a loop that is late with its changes spoils nothing.
     */
    public synchronized Reading readAt(long nanos) {
        Reading reading = new Reading(nanos, count * (nanos - epochNanos) - balanceNanos);
        readings.add(reading);
        return reading;
    }

    /** ∫ count dt up to one moment; final once every change before that moment has been told. */
    public final class Reading {
        private final long atNanos;
        private long integralNanos;

        private Reading(long atNanos, long integralNanos) {
            this.atNanos = atNanos;
            this.integralNanos = integralNanos;
        }

        public long integralNanos() {
            synchronized (InFlightGauge.this) {
                return integralNanos;
            }
        }

        private long after(long changeNanos) {
            return Math.max(0, atNanos - changeNanos);
        }
    }
}
