package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantArrivalsTest extends ArrivalsContract {
    private static Arrivals constant(double perSecond) {
        return Arrivals.of(ArrivalProcess.CONSTANT, RateCurve.steady(perSecond), 1, "arrivals");
    }

    @Override
    Arrivals arrivals(long seed) {
        return constant(250);
    }

    @Override
    double expectedIn(double seconds) {
        return 250 * seconds;
    }

    @Override
    double spread() {
        return 0;
    }

    @Test
    void shouldNotDriftOverTenMinutes() {
        Arrivals arrivals = constant(5_000);
        for (long i = 0; i < 3_000_000; i++) {
            if (arrivals.nextOffsetNanos() != i * 200_000) {
                throw new AssertionError("request " + i + " is off");
            }
        }
        assertThat(arrivals.nextOffsetNanos()).isEqualTo(600_000_000_000L);
    }

    @Test
    void shouldRoundEachOffsetByItselfWhenTheGapIsNoWholeNumber() {
        assertThat(take(constant(3), 4)).containsExactly(0, 333_333_333, 666_666_667, 1_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldNameTheRateAndTheRuleWhenItIsImpossible(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateCurve.steady(rate))
                .withMessage("rate (" + rate + ") must be positive and below 1e9 a second");
    }
}
