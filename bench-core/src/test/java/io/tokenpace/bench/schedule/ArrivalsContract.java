package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import org.junit.jupiter.api.Test;

/** What every arrival process keeps, whatever its distances. */
abstract class ArrivalsContract {
    private static final int MANY = 200_000;

    /** Returns a process that begins anew, with a mean of so many requests a second. */
    abstract Arrivals arrivals(double perSecond, long seed);

    @Test
    void shouldNeverGoBackwards() {
        Arrivals arrivals = arrivals(5_000, 1);
        long before = 0;
        for (int i = 0; i < MANY; i++) {
            long offset = arrivals.nextOffsetNanos();
            assertThat(offset).isGreaterThanOrEqualTo(before);
            before = offset;
        }
    }

    @Test
    void shouldRepeatWithTheSameSeed() {
        Arrivals one = arrivals(70, 7);
        Arrivals other = arrivals(70, 7);
        for (int i = 0; i < 1_000; i++) {
            assertThat(one.nextOffsetNanos()).isEqualTo(other.nextOffsetNanos());
        }
    }

    @Test
    void shouldKeepItsMeanRate() {
        Arrivals arrivals = arrivals(250, 11);
        long last = 0;
        for (int i = 0; i < MANY; i++) {
            last = arrivals.nextOffsetNanos();
        }
        // Five standard errors of a Poisson count.
        assertThat(last / 1e9 * 250).isCloseTo(MANY, offset(5 * Math.sqrt(MANY)));
    }
}
