package io.tokenpace.mock.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @MethodSource("moments")
    void shouldHaveItsMeanAndDeviation(Distribution distribution, double mean, double deviation) {
        DrawStream stream = DrawStream.of(2026, Purpose.QUEUE);
        double[] values = IntStream.range(0, DRAWS)
                .mapToDouble(i -> distribution.quantile(stream.uniform(i)))
                .toArray();
        double sampleMean =
                IntStream.range(0, DRAWS).mapToDouble(i -> values[i]).average().orElseThrow();
        double sampleVariance = IntStream.range(0, DRAWS)
                .mapToDouble(i -> Math.pow(values[i] - sampleMean, 2))
                .average()
                .orElseThrow();

        assertThat(sampleMean).isCloseTo(mean, within(4 * deviation / Math.sqrt(DRAWS) + 1e-9));
        assertThat(Math.sqrt(sampleVariance)).isCloseTo(deviation, within(0.02 * deviation + 1e-9));
    }

    static Stream<Arguments> moments() {
        double sigma = 0.21;
        double lognormalMean = 70.7 * Math.exp(sigma * sigma / 2);
        return Stream.of(
                Arguments.of(Distribution.constant(5), 5.0, 0.0),
                Arguments.of(Distribution.uniform(30, 150), 90.0, 120 / Math.sqrt(12)),
                Arguments.of(Distribution.normal(100, 10), 100.0, 10.0),
                Arguments.of(
                        Distribution.lognormal(70.7, sigma),
                        lognormalMean,
                        lognormalMean * Math.sqrt(Math.expm1(sigma * sigma))),
                Arguments.of(Distribution.exponential(108.6), 108.6, 108.6));
    }

    @Test
    void shouldHaveThePublishedQuantiles() {
        assertThat(Distribution.exponential(108.6).quantile(0.99)).isCloseTo(500, within(0.2));
        assertThat(Distribution.lognormal(70.7, 0.21).quantile(0.05)).isCloseTo(50, within(0.1));
        assertThat(Distribution.lognormal(70.7, 0.21).quantile(0.5)).isCloseTo(70.7, within(1e-9));
        assertThat(Distribution.lognormal(70.7, 0.21).quantile(0.95)).isCloseTo(100, within(0.2));
        assertThat(Distribution.uniform(30, 150).quantile(0.25)).isEqualTo(60);
        assertThat(Distribution.normal(100, 10).quantile(0.8413447460685429)).isCloseTo(110, within(1e-6));
    }

    @Test
    void shouldNeverDrawBelowZero() {
        assertThat(Distribution.normal(1, 5).quantile(1e-12)).isNotNegative();
    }

    @Test
    void shouldNameTheValueAndTheRule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.uniform(5, 3))
                .withMessage("max (3.0) must not be less than min (5.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.lognormal(0, 1))
                .withMessage("median (0.0) must be positive and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.constant(-1))
                .withMessage("value (-1.0) must be zero or positive, and finite");
        assertThatIllegalArgumentException().isThrownBy(() -> Distribution.exponential(Double.NaN));
    }
}
