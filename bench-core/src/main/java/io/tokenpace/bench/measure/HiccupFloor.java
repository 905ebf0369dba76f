package io.tokenpace.bench.measure;

import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.result.Tail;
import java.time.Duration;

/** How late a thread that only sleeps wakes on this machine while nothing else is done: no error can be told below it. */
public final class HiccupFloor {
    private HiccupFloor() {}

    /** Measures for so long, in which the caller's thread sleeps too. */
    public static Tail measure(Duration length) throws InterruptedException {
        try (HiccupMeter sleeper = new HiccupMeter(NanoClock.SYSTEM)) {
            Thread.sleep(length.toMillis());
            return Tails.of(sleeper.interval());
        }
    }
}
