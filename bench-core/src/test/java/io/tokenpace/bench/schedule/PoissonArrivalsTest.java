package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoissonArrivalsTest extends ArrivalsContract {
    @Override
    Arrivals arrivals(double perSecond, long seed) {
        return Arrivals.poisson(perSecond, seed);
    }

    @Test
    void shouldDrawOtherDistancesFromAnotherSeed() {
        assertThat(Arrivals.poisson(10, 1).nextOffsetNanos())
                .isNotEqualTo(Arrivals.poisson(10, 2).nextOffsetNanos());
    }

    @Test
    void shouldHaveExponentialDistances() {
        int count = 100_000;
        Arrivals arrivals = Arrivals.poisson(1_000, 3);
        long[] previous = {0};
        double[] gaps = IntStream.range(0, count)
                .mapToDouble(i -> {
                    long offset = arrivals.nextOffsetNanos();
                    double gap = (offset - previous[0]) / 1e6;
                    previous[0] = offset;
                    return gap;
                })
                .sorted()
                .toArray();
        // Kolmogorov–Smirnov against 1 − exp(−x), at the 1 % level.
        double worst = 0;
        for (int i = 0; i < count; i++) {
            double expected = 1 - Math.exp(-gaps[i]);
            worst = Math.max(worst, Math.max(expected - (double) i / count, (i + 1.0) / count - expected));
        }
        assertThat(worst * Math.sqrt(count)).isCloseTo(0, offset(1.63));
    }
}
