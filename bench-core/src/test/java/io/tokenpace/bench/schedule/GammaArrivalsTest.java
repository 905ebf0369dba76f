package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GammaArrivalsTest extends ArrivalsContract {
    private static final double PER_SECOND = 200;

    private static Arrivals gamma(double shape, double perSecond, long seed) {
        return Arrivals.of(ArrivalProcess.gamma(shape), RateCurve.steady(perSecond), seed, "arrivals");
    }

    @Override
    Arrivals arrivals(long seed) {
        return gamma(0.5, PER_SECOND, seed);
    }

    @Override
    double expectedIn(double seconds) {
        return PER_SECOND * seconds;
    }

    @Override
    double spread() {
        return Math.sqrt(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 1, 4, 100})
    void shouldHaveGammaDistances(double shape) {
        // At one a second hardly any gap is so short that it is rounded to a nanosecond that shows.
        double[] gaps = Spread.gaps(take(gamma(shape, 1, 3), 20_000), 1);
        GammaDistribution expected = GammaDistribution.of(shape, 1 / shape);
        assertThat(Spread.kolmogorov(gaps, expected::cumulativeProbability)).isLessThan(Spread.KOLMOGOROV_1_PERCENT);
    }

    @Test
    void shouldBePoissonAtShapeOne() {
        double[] gaps = Spread.gaps(take(gamma(1, PER_SECOND, 13), 10_000), PER_SECOND);
        assertThat(Spread.kolmogorov(gaps, gap -> 1 - Math.exp(-gap))).isLessThan(Spread.KOLMOGOROV_1_PERCENT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 10_000})
    void shouldKeepItsMeanRateAtTheEdgesOfTheShape(double shape) {
        int count = 100_000;
        long[] offsets = take(gamma(shape, PER_SECOND, 17), count);
        assertThat(offsets[count - 1] * PER_SECOND / 1e9).isCloseTo(count, offset(5 * Math.sqrt(count / shape)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.009, 10_001, Double.NaN})
    void shouldNameTheShapeAndTheRuleWhenItIsImpossible(double shape) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArrivalProcess.gamma(shape))
                .withMessage("gamma shape (" + shape + ") must be from 0.01 to 10000");
    }
}
