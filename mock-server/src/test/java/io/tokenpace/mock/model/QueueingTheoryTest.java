package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds the mean wait for a slot, over millions of Poisson arrivals in virtual time, to what theory says. */
class QueueingTheoryTest {
    private static final int REQUESTS = 4_000_000;
    /** A millisecond, so that rounding to nanoseconds does not matter. */
    private static final double SERVICE_NANOS = 1_000_000;

    @Test
    void shouldWaitAsConstantServiceMakesThem() {
        // M/D/1: ρS / (2(1 − ρ)).
        double expected = 0.7 * SERVICE_NANOS / (2 * (1 - 0.7));
        assertThat(meanWaitNanos(1, 0.7, Distribution.constant(SERVICE_NANOS)))
                .isCloseTo(expected, withinPercentage(1));
    }

    @Test
    void shouldWaitAsPollaczekAndKhinchineSay() {
        // M/G/1: ρS(1 + cv²) / (2(1 − ρ)).
        double cv = 0.8;
        double expected = 0.6 * SERVICE_NANOS * (1 + cv * cv) / (2 * (1 - 0.6));
        assertThat(meanWaitNanos(1, 0.6, Distribution.jitter(cv).times(SERVICE_NANOS)))
                .isCloseTo(expected, withinPercentage(1));
    }

    @Test
    void shouldWaitAsErlangSays() {
        // M/M/4: C(4, a)·S / (4 − a), for an offered load of a = 4ρ.
        double expected = erlangC(4, 2.4) * SERVICE_NANOS / (4 - 2.4);
        assertThat(meanWaitNanos(4, 0.6, Distribution.exponential(SERVICE_NANOS)))
                .isCloseTo(expected, withinPercentage(1));
    }

    /** The share of arrivals that must wait, from Erlang B by its recursion over the servers. */
    private static double erlangC(int servers, double load) {
        double blocked = 1;
        for (int server = 1; server <= servers; server++) {
            blocked = load * blocked / (server + load * blocked);
        }
        return blocked / (1 - (load / servers) * (1 - blocked));
    }

    private static double meanWaitNanos(int slots, double utilisation, Distribution holdNanos) {
        SlotQueue queue = new SlotQueue(slots);
        DrawStream arrivals = DrawStream.of(11, Purpose.NETWORK);
        DrawStream holds = DrawStream.of(11, Purpose.PACE);
        Distribution gap = Distribution.exponential(SERVICE_NANOS / (slots * utilisation));
        double[] nowNanos = {0};
        return IntStream.range(0, REQUESTS)
                .mapToDouble(i -> {
                    nowNanos[0] += gap.quantile(arrivals.uniform(i));
                    long ready = Math.round(nowNanos[0]);
                    long hold = Math.round(holdNanos.quantile(holds.uniform(i)));
                    return queue.join(ready, ready, hold, () -> {}).nanos() - ready;
                })
                .average()
                .orElseThrow();
    }
}
