package io.tokenpace.mock.ceiling;

import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/** How late a thread that waits for points in time a millisecond apart is woken on this machine, by itself. */
final class HiccupFloor {
    private static final long STEP_NANOS = 1_000_000;
    private static final long HIGHEST_NANOS = 60_000_000_000L;

    private HiccupFloor() {}

    static Histogram measure(int steps) {
        Histogram late = new Histogram(HIGHEST_NANOS, 3);
        long dueNanos = System.nanoTime();
        for (int step = 0; step < steps; step++) {
            dueNanos += STEP_NANOS;
            long waitNanos = dueNanos - System.nanoTime();
            while (waitNanos > 0) {
                LockSupport.parkNanos(waitNanos);
                waitNanos = dueNanos - System.nanoTime();
            }
            late.recordValue(-waitNanos);
        }
        return late;
    }
}
