package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ReplayedArrivalsTest extends ArrivalsContract {
    /** Two requests at a time, every 10 ms. */
    @Override
    Arrivals arrivals(long seed) {
        return Arrivals.replayed(index -> index / 2 * 10_000_000);
    }

    @Override
    double expectedIn(double seconds) {
        return 200 * seconds;
    }

    @Override
    double spread() {
        return 0.01;
    }

    private static Arrivals of(long... offsets) {
        return Arrivals.replayed(index -> offsets[(int) index]);
    }

    @Test
    void shouldComeAtTheVeryMomentsThatWereNoted() {
        assertThat(take(of(0, 1_000, 1_000, 90_000), 4)).containsExactly(0L, 1_000L, 1_000L, 90_000L);
    }

    @Test
    void shouldNameTheRequestThatIsDueBeforeTheOneBeforeIt() {
        Arrivals arrivals = of(5, 9, 7);
        take(arrivals, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(arrivals::nextOffsetNanos)
                .withMessage("due offset (7 ns) of request 2 must not be less than 9 ns");
    }

    @Test
    void shouldRefuseAMomentBeforeTheStart() {
        assertThatIllegalArgumentException()
                .isThrownBy(of(-1)::nextOffsetNanos)
                .withMessage("due offset (-1 ns) of request 0 must not be less than 0 ns");
    }
}
