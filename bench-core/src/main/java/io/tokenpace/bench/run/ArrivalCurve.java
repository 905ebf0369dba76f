package io.tokenpace.bench.run;

import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * How the arrivals of an open load are spread, counted without waiting for them.
 *
 * @param warmup how many come before the window opens
 * @param measured how many come in it
 * @param tenths the same by tenths of the window
 */
record ArrivalCurve(long warmup, long measured, List<Long> tenths) {
    private static final int TENTHS = 10;
    private static final long MOST_ARRIVALS = 20_000_000;

    ArrivalCurve {
        tenths = List.copyOf(tenths);
    }

    /**
     * Counts as a run would go.
     *
     * @param warmupArrivals those of the ramp and the warm-up
     * @param arrivals begins the measured ones anew each time
     */
    static ArrivalCurve of(
            Arrivals warmupArrivals, Duration ramp, Extent warmup, Supplier<Arrivals> arrivals, Extent extent) {
        long[] last = {0};
        long measured = visit(arrivals.get(), extent, offset -> last[0] = offset);
        boolean endsByTime =
                extent.duration().isPresent() && measured != extent.requests().orElse(-1);
        double length = endsByTime ? extent.durationNanos() : last[0] + 1.0;
        Long[] tenths = new Long[TENTHS];
        Arrays.fill(tenths, 0L);
        visit(arrivals.get(), extent, offset -> tenths[(int) (offset / length * TENTHS)]++);
        return new ArrivalCurve(warmedUp(warmupArrivals, ramp, warmup), measured, List.of(tenths));
    }

    /** Counts the arrivals of the ramp, and then those of the warm-up. */
    static long warmedUp(Arrivals arrivals, Duration ramp, Extent warmup) {
        long rampNanos = ramp.toNanos();
        long count = 0;
        long afterRamp = 0;
        long offset = arrivals.nextOffsetNanos();
        while (offset < rampNanos || warmup.includes(afterRamp++, offset - rampNanos)) {
            requireAnEnd(++count);
            offset = arrivals.nextOffsetNanos();
        }
        return count;
    }

    private static long visit(Arrivals arrivals, Extent extent, LongConsumer visitor) {
        long count = 0;
        long offset = arrivals.nextOffsetNanos();
        while (extent.includes(count, offset)) {
            visitor.accept(offset);
            requireAnEnd(++count);
            offset = arrivals.nextOffsetNanos();
        }
        return count;
    }

    private static void requireAnEnd(long count) {
        if (count > MOST_ARRIVALS) {
            throw new IllegalArgumentException("a dry run counts at most 20000000 arrivals");
        }
    }
}
