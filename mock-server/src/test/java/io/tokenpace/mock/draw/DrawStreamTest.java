package io.tokenpace.mock.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawStreamTest {
    private static final int DRAWS = 100_000;

    @Test
    void shouldGiveTheSameValuesInWhateverOrderTheyAreDrawn() {
        DrawStream stream = DrawStream.of(42, Purpose.TEXT);
        long[] forwards = LongStream.range(0, 1_000).map(stream::bits).toArray();
        long[] backwards =
                LongStream.range(0, 1_000).map(i -> stream.bits(999 - i)).toArray();

        assertThat(IntStream.range(0, 1_000).mapToLong(i -> backwards[999 - i]).toArray())
                .isEqualTo(forwards);
    }

    @Test
    void shouldNotRepeatBetweenKeysPurposesAndIndices() {
        Set<Long> seen = new HashSet<>();
        for (long key = 0; key < 100; key++) {
            for (Purpose purpose : Purpose.values()) {
                for (long index = 0; index < 100; index++) {
                    seen.add(DrawStream.of(key, purpose).bits(index));
                }
            }
        }
        assertThat(seen).hasSize(100 * Purpose.values().length * 100);
    }

    @Test
    void shouldSpreadUniformsEvenly() {
        // The Kolmogorov-Smirnov distance of so many draws exceeds 1.95 / √n once in a thousand seeds.
        assertThat(distanceFromUniform(i -> DrawStream.of(7, Purpose.PACE).uniform(i)))
                .isLessThan(1.95 / Math.sqrt(DRAWS));
    }

    @Test
    void shouldSpreadFirstDrawsOfConsecutiveKeysEvenly() {
        assertThat(distanceFromUniform(i -> DrawStream.of(i, Purpose.QUEUE).uniform(0)))
                .isLessThan(1.95 / Math.sqrt(DRAWS));
    }

    @Test
    void shouldNotCorrelateConsecutiveDraws() {
        DrawStream stream = DrawStream.of(1, Purpose.NETWORK);
        double covariance = IntStream.range(0, DRAWS)
                .mapToDouble(i -> (stream.uniform(i) - 0.5) * (stream.uniform(i + 1) - 0.5))
                .average()
                .orElseThrow();
        // Each product has a standard deviation of 1/12; four standard errors of the mean.
        assertThat(covariance).isCloseTo(0, within(4.0 / 12 / Math.sqrt(DRAWS)));
    }

    @Test
    void shouldStayStrictlyBetweenZeroAndOne() {
        DrawStream stream = DrawStream.of(5, Purpose.TEXT);
        assertThat(IntStream.range(0, DRAWS).mapToDouble(stream::uniform)).allMatch(u -> u > 0 && u < 1);
    }

    @Test
    void shouldDrawEveryIntegerBelowTheBound() {
        DrawStream stream = DrawStream.of(3, Purpose.TEXT);
        int[] counts = new int[7];
        IntStream.range(0, 70_000).forEach(i -> counts[stream.below(7, i)]++);
        assertThat(counts)
                .satisfies(all -> assertThat(Arrays.stream(all).boxed())
                        .allSatisfy(count -> assertThat(count).isBetween(9_600, 10_400)));
    }

    private static double distanceFromUniform(IntToDoubleFunction draw) {
        double[] sorted = IntStream.range(0, DRAWS).mapToDouble(draw).sorted().toArray();
        return IntStream.range(0, DRAWS)
                .mapToDouble(i -> Math.max(
                        Math.abs(sorted[i] - (double) i / DRAWS), Math.abs(sorted[i] - (double) (i + 1) / DRAWS)))
                .max()
                .orElseThrow();
    }
}
