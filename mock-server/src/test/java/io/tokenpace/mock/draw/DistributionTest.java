package io.tokenpace.mock.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    void shouldDrawSampledValuesByTheirWeights() {
        Distribution evenly = Distribution.empirical(List.of(30.0, 10.0, 20.0, 10.0), List.of(1.0, 1.0, 1.0, 1.0));
        assertThat(evenly.quantile(0.49)).isEqualTo(10);
        assertThat(evenly.quantile(0.51)).isEqualTo(20);
        assertThat(evenly.quantile(0.76)).isEqualTo(30);

        Distribution weighted = Distribution.empirical(List.of(5.0, 7.0), List.of(9.0, 1.0));
        DrawStream stream = DrawStream.of(3, Purpose.QUEUE);
        long sevens = IntStream.range(0, DRAWS)
                .filter(i -> weighted.quantile(stream.uniform(i)) == 7)
                .count();
        // A standard deviation of √(200,000 · 0.1 · 0.9) = 134.
        assertThat(sevens).isBetween(DRAWS / 10 - 540L, DRAWS / 10 + 540L);
    }

    @Test
    void shouldJoinQuantilesByStraightLines() {
        Distribution joined = Distribution.quantiles(List.of(0.0, 0.5, 0.9, 1.0), List.of(10.0, 20.0, 20.0, 100.0));
        assertThat(joined.quantile(0.25)).isEqualTo(15);
        assertThat(joined.quantile(0.5)).isEqualTo(20);
        assertThat(joined.quantile(0.7)).isEqualTo(20);
        assertThat(joined.quantile(0.95)).isCloseTo(60, within(1e-9));
    }

    @Test
    void shouldMultiplyEveryValue() {
        assertThat(Distribution.uniform(30, 150).times(0.5).quantile(0.25)).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 1.5})
    void shouldJitterWithMeanOneAndTheAskedDeviation(double cv) {
        Distribution jitter = Distribution.jitter(cv);
        double sigma = Math.sqrt(Math.log(1 + cv * cv));
        // z for p = 0.5, 0.9 and 0.99, from a table of the normal distribution.
        assertThat(jitter.quantile(0.5)).isCloseTo(Math.exp(-sigma * sigma / 2), within(1e-12));
        assertThat(jitter.quantile(0.9))
                .isCloseTo(Math.exp(sigma * 1.2815515655446004 - sigma * sigma / 2), within(1e-9));
        assertThat(jitter.quantile(0.99))
                .isCloseTo(Math.exp(sigma * 2.3263478740408408 - sigma * sigma / 2), within(1e-9));
        // The midpoints of a million slices of equal likelihood.
        double mean = IntStream.range(0, 1_000_000)
                .mapToDouble(i -> jitter.quantile((i + 0.5) / 1_000_000))
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1, within(0.001));
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
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.empirical(List.of(), List.of()))
                .withMessage("values must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.empirical(List.of(1.0, 2.0), List.of(1.0)))
                .withMessage("weights (1) must be as many as values (2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.empirical(List.of(1.0), List.of(0.0)))
                .withMessage("weights (0.0) must be positive and finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.quantiles(List.of(0.0, 0.9), List.of(1.0, 2.0)))
                .withMessage("quantiles ([0.0, 0.9]) must go from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.quantiles(List.of(0.0, 0.5, 1.0), List.of(1.0, 3.0, 2.0)))
                .withMessageEndingWith("must be in rising order");
    }
}
