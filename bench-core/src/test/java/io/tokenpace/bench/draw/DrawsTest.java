package io.tokenpace.bench.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int MANY = 100_000;

    @Test
    void shouldDependOnSeedStreamAndIndexOnly() {
        assertThat(Draws.of(1, "a").bits(5)).isEqualTo(Draws.of(1, "a").bits(5));
        assertThat(Draws.of(1, "a").bits(5))
                .isNotEqualTo(Draws.of(2, "a").bits(5))
                .isNotEqualTo(Draws.of(1, "b").bits(5))
                .isNotEqualTo(Draws.of(1, "a").bits(6));
    }

    @Test
    void shouldBeUniform() {
        Draws draws = Draws.of(42, "uniform");
        double[] values = LongStream.range(0, MANY).mapToDouble(draws::uniform).toArray();
        assertThat(Arrays.stream(values)).allMatch(value -> value > 0 && value < 1);
        double mean = Arrays.stream(values).average().orElseThrow();
        // Five standard errors: 1 / √(12 n) each.
        assertThat(mean).isCloseTo(0.5, offset(5 / Math.sqrt(12.0 * MANY)));
    }

    @Test
    void shouldHitEveryValueBelowABoundAboutEquallyOften() {
        Draws draws = Draws.of(7, "below");
        int[] counts = new int[10];
        for (long i = 0; i < MANY; i++) {
            counts[draws.below(10, i)]++;
        }
        double chiSquare = 0;
        for (int count : counts) {
            chiSquare += Math.pow(count - MANY / 10.0, 2) / (MANY / 10.0);
        }
        // The 99.9 % point of χ² with nine degrees of freedom.
        assertThat(chiSquare).isLessThan(27.88);
    }

    @Test
    void shouldGiveForksStreamsOfTheirOwn() {
        Draws draws = Draws.of(7, "fork");
        assertThat(draws.fork(1).bits(0)).isNotEqualTo(draws.fork(2).bits(0));
    }

    @Test
    void shouldRefuseABoundThatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Draws.of(1, "x").below(0, 0))
                .withMessage("bound (0) must be positive");
    }
}
