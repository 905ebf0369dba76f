package io.tokenpace.bench.run;

import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
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

    /** @param arrivals begins the same arrivals anew each time */
    static ArrivalCurve of(Supplier<Arrivals> arrivals, Extent warmup, Extent extent) {
        long[] last = {0};
        Walk walk = new Walk(arrivals.get(), warmup, extent);
        walk.forEach(offset -> last[0] = offset);
        boolean endsByNumber = walk.measured == extent.requests().orElse(-1);
        double length = endsByNumber ? last[0] + 1.0 : extent.durationNanos();
        Long[] tenths = new Long[TENTHS];
        Arrays.fill(tenths, 0L);
        new Walk(arrivals.get(), warmup, extent).forEach(offset -> tenths[(int) (offset / length * TENTHS)]++);
        return new ArrivalCurve(walk.warmedUp, walk.measured, List.of(tenths));
    }

    /** One pass over the arrivals, which runs through the warm-up into the window as a run does. */
    private static final class Walk {
        private final Arrivals arrivals;
        private final Extent warmup;
        private final Extent extent;
        private long warmedUp;
        private long measured;

        Walk(Arrivals arrivals, Extent warmup, Extent extent) {
            this.arrivals = arrivals;
            this.warmup = warmup;
            this.extent = extent;
        }

        /** Visits the measured arrivals by their offset from the window's opening. */
        void forEach(LongConsumer visitor) {
            long offset = next();
            while (warmup.includes(warmedUp, offset)) {
                warmedUp++;
                offset = next();
            }
            long opens = warmup.duration().isPresent() ? warmup.durationNanos() : warmedUp == 0 ? 0 : offset;
            while (extent.includes(measured, offset - opens)) {
                visitor.accept(offset - opens);
                measured++;
                offset = next();
            }
        }

        private long next() {
            if (warmedUp + measured > MOST_ARRIVALS) {
                throw new IllegalArgumentException("a dry run counts at most 20000000 arrivals");
            }
            return arrivals.nextOffsetNanos();
        }
    }
}
