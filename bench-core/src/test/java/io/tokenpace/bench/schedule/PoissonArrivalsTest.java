package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class PoissonArrivalsTest extends ArrivalsContract {
    private static final double PER_SECOND = 1_000;

    @Override
    Arrivals arrivals(long seed) {
        return Arrivals.of(ArrivalProcess.POISSON, RateCurve.steady(PER_SECOND), seed, "arrivals");
    }

    @Override
    double expectedIn(double seconds) {
        return PER_SECOND * seconds;
    }

    @Override
    double spread() {
        return 1;
    }

    @Test
    void shouldDrawOtherDistancesFromAnotherSeed() {
        assertThat(arrivals(1).nextOffsetNanos()).isNotEqualTo(arrivals(2).nextOffsetNanos());
    }

    @Test
    void shouldHaveExponentialDistances() {
        double[] gaps = Spread.gaps(take(arrivals(3), 100_000), PER_SECOND);
        assertThat(Spread.kolmogorov(gaps, gap -> 1 - Math.exp(-gap))).isLessThan(Spread.KOLMOGOROV_1_PERCENT);
    }

    @Test
    void shouldHavePoissonCounts() {
        int[] counts = Spread.counts(take(arrivals(5), 100_000), 5_000_000);
        // Counts from 0 to 1 and of 10 and more are rare at a mean of 5; each such tail is one class.
        int lowest = 1;
        int highest = 10;
        PoissonDistribution poisson = PoissonDistribution.of(5);
        double chiSquare = 0;
        for (int k = lowest; k <= highest; k++) {
            double probability = k == lowest
                    ? poisson.cumulativeProbability(lowest)
                    : k == highest ? poisson.survivalProbability(highest - 1) : poisson.probability(k);
            int each = k;
            double expected = counts.length * probability;
            long seen = IntStream.of(counts)
                    .filter(count -> Math.min(highest, Math.max(lowest, count)) == each)
                    .count();
            chiSquare += (seen - expected) * (seen - expected) / expected;
        }
        assertThat(ChiSquaredDistribution.of(highest - lowest).survivalProbability(chiSquare))
                .isGreaterThan(0.01);
    }
}
