package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Poisson arrivals through 100/s, a pause and 3,000/s, and other processes through stages of their own. */
class StagedArrivalsTest extends ArrivalsContract {
    private static final RateCurve RATES = RateCurve.stages(List.of(
            new RateStage(100, Duration.ofSeconds(10)),
            new RateStage(0, Duration.ofSeconds(5)),
            new RateStage(3_000, Duration.ofSeconds(1))));

    @Override
    Arrivals arrivals(long seed) {
        return Arrivals.of(ArrivalProcess.POISSON, RATES, seed, "arrivals");
    }

    @Override
    double expectedIn(double seconds) {
        return 100 * Math.min(seconds, 10) + 3_000 * Math.max(0, seconds - 15);
    }

    @Override
    double spread() {
        return 1;
    }

    private static Arrivals constant(RateStage... stages) {
        return Arrivals.of(ArrivalProcess.CONSTANT, RateCurve.stages(List.of(stages)), 1, "arrivals");
    }

    @Test
    void shouldKeepConstantDistancesExactInEveryStage() {
        long[] offsets = take(
                constant(new RateStage(50, Duration.ofSeconds(5)), new RateStage(200, Duration.ofSeconds(5))), 1_251);
        for (int i = 0; i < 250; i++) {
            assertThat(offsets[i]).isEqualTo(i * 20_000_000L);
        }
        for (int i = 250; i <= 1_250; i++) {
            assertThat(offsets[i]).isEqualTo(5_000_000_000L + (i - 250) * 5_000_000L);
        }
    }

    @Test
    void shouldCarryAHalfWaitedGapIntoTheNextStage() {
        // Half a request at 1/s; the other half takes a quarter of a second at 2/s.
        assertThat(take(constant(new RateStage(1, Duration.ofMillis(500)), new RateStage(2, Duration.ofSeconds(9))), 3))
                .containsExactly(0, 750_000_000, 1_250_000_000);
    }

    @Test
    void shouldSendNothingInAPause() {
        assertThat(take(
                        constant(
                                new RateStage(2, Duration.ofSeconds(1)),
                                new RateStage(0, Duration.ofSeconds(3)),
                                new RateStage(2, Duration.ofSeconds(1))),
                        4))
                .containsExactly(0, 500_000_000, 4_000_000_000L, 4_500_000_000L);
    }

    @Test
    void shouldNeverBeDueAfterAFinalPauseHasBegun() {
        assertThat(take(constant(new RateStage(1, Duration.ofSeconds(1)), new RateStage(0, Duration.ofSeconds(1))), 2))
                .containsExactly(0, Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4})
    void shouldExpectTheIntegralOfTheRateInEverySecond(double shape) {
        // The variance of the counts is that of Poisson divided by the shape.
        long[] offsets = take(
                Arrivals.of(
                        ArrivalProcess.gamma(shape),
                        RateCurve.stages(List.of(
                                new RateStage(500, Duration.ofSeconds(4)),
                                new RateStage(2_000, Duration.ofSeconds(4)))),
                        23,
                        "arrivals"),
                11_000);
        int[] counts = Spread.counts(offsets, 1_000_000_000L);
        for (int second = 0; second < 8; second++) {
            double expected = second < 4 ? 500 : 2_000;
            assertThat((double) counts[second]).isCloseTo(expected, offset(4.5 * Math.sqrt(expected / shape)));
        }
    }

    @Test
    void shouldKeepTheProcessWhenTheRateChanges() {
        long[] offsets = take(arrivals(29), 30_000);
        // Undoing the change of time gives back gaps of mean 1.
        double[] gaps = new double[offsets.length];
        double before = 0;
        for (int i = 0; i < offsets.length; i++) {
            double expected = expectedIn(offsets[i] / 1e9);
            gaps[i] = expected - before;
            before = expected;
        }
        assertThat(Spread.kolmogorov(gaps, gap -> 1 - Math.exp(-gap))).isLessThan(Spread.KOLMOGOROV_1_PERCENT);
    }

    @Test
    void shouldRefuseStagesThatNeverSendAnything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateCurve.stages(List.of(new RateStage(0, Duration.ofSeconds(1)))))
                .withMessage("stages must have one with a rate above 0");
    }

    @Test
    void shouldRefuseAStageWithoutTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateStage(1, Duration.ZERO))
                .withMessage("stage duration (0ms) must be positive");
    }
}
