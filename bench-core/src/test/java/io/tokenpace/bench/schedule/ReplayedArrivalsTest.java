package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayedArrivalsTest extends ArrivalsContract {
    /** Two requests at a time, every 20 ms. */
    @Override
    Arrivals arrivals(long seed) {
        return Arrivals.of(index -> index / 2 * 20_000_000, 2);
    }

    @Override
    double expectedIn(double seconds) {
        return 200 * seconds;
    }

    @Override
    double spread() {
        return 0.01;
    }

    private static Arrivals of(double speed, long... offsets) {
        return Arrivals.of(index -> offsets[(int) index], speed);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4})
    void shouldDivideEveryOffsetByTheSpeed(double speed) {
        assertThat(take(of(speed, 0, 1_000, 1_000, 90_000), 4))
                .containsExactly(0, (long) (1_000 / speed), (long) (1_000 / speed), (long) (90_000 / speed));
    }

    @Test
    void shouldNameTheRequestThatIsDueBeforeTheOneBeforeIt() {
        Arrivals arrivals = of(1, 5, 9, 7);
        take(arrivals, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(arrivals::nextOffsetNanos)
                .withMessage("due offset (7 ns) of request 2 must not be less than 9 ns");
    }

    @Test
    void shouldRefuseAMomentBeforeTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(of(1, -1)::nextOffsetNanos)
                .withMessage("due offset (-1 ns) of request 0 must not be less than 0 ns");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldNameTheSpeedAndTheRuleWhenItIsImpossible(double speed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(speed))
                .withMessage("speed (" + speed + ") must be positive and finite");
    }
}
