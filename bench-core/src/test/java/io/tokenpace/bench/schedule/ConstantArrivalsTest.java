package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantArrivalsTest extends ArrivalsContract {
    @Override
    Arrivals arrivals(double perSecond, long seed) {
        return Arrivals.constant(perSecond);
    }

    @Test
    void shouldNotDriftOverTenMinutes() {
        Arrivals arrivals = Arrivals.constant(5_000);
        for (long i = 0; i < 3_000_000; i++) {
            assertThat(arrivals.nextOffsetNanos()).isEqualTo(i * 200_000);
        }
    }

    @Test
    void shouldRoundEachOffsetByItselfWhenTheGapIsNoWholeNumber() {
        Arrivals arrivals = Arrivals.constant(3);
        assertThat(arrivals.nextOffsetNanos()).isZero();
        assertThat(arrivals.nextOffsetNanos()).isEqualTo(333_333_333);
        assertThat(arrivals.nextOffsetNanos()).isEqualTo(666_666_667);
        assertThat(arrivals.nextOffsetNanos()).isEqualTo(1_000_000_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldNameTheRateAndTheRuleWhenItIsImpossible(double rate) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arrivals.constant(rate))
                .withMessage("rate (" + rate + ") must be positive and below 1e9 a second");
    }
}
