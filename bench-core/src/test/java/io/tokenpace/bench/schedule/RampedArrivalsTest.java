package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Gamma arrivals whose rate rises from 0 to 400/s over ten seconds and stays there. */
class RampedArrivalsTest extends ArrivalsContract {
    private static final RateCurve RATES = RateCurve.rising(400, Duration.ofSeconds(10));

    @Override
    Arrivals arrivals(long seed) {
        return Arrivals.of(ArrivalProcess.gamma(2), RATES, seed, "arrivals");
    }

    @Override
    double expectedIn(double seconds) {
        double rising = Math.min(seconds, 10);
        return 20 * rising * rising + 400 * (seconds - rising);
    }

    @Override
    double spread() {
        return Math.sqrt(0.5);
    }

    private static long[] constant(int count) {
        return take(Arrivals.of(ArrivalProcess.CONSTANT, RATES, 1, "arrivals"), count);
    }

    @Test
    void shouldExpectTheIntegralOfTheRateUntilEachSecond() {
        long[] offsets = constant(4_000);
        for (int second = 1; second <= 14; second++) {
            long end = second * 1_000_000_000L;
            long before = Arrays.stream(offsets).filter(at -> at < end).count();
            assertThat((double) before).isCloseTo(expectedIn(second), offset(1.0));
        }
    }

    @Test
    void shouldSendConstantArrivalsWhereTheAreaUnderTheRateIsWhole() {
        // 20·t² = i: request 20 after one second, request 80 after two, request 2,000 at the end of the rise.
        long[] offsets = constant(2_401);
        assertThat(offsets[0]).isZero();
        assertThat(offsets[20]).isEqualTo(1_000_000_000L);
        assertThat(offsets[80]).isEqualTo(2_000_000_000L);
        assertThat(offsets[2_000]).isEqualTo(10_000_000_000L);
        assertThat(offsets[2_400]).isEqualTo(11_000_000_000L);
    }

    @Test
    void shouldBeSteadyWhereTheRiseTakesNoTime() {
        Arrivals arrivals = Arrivals.of(ArrivalProcess.CONSTANT, RateCurve.rising(4, Duration.ZERO), 1, "arrivals");
        assertThat(take(arrivals, 3)).containsExactly(0, 250_000_000, 500_000_000);
    }
}
