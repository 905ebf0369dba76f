package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReservoirTest {
    private static List<Integer> sample(int of, int size, long seed) {
        Reservoir<Integer> reservoir = new Reservoir<>(size, seed);
        for (int i = 0; i < of; i++) {
            reservoir.offer(i);
        }
        assertThat(reservoir.offered()).isEqualTo(of);
        return reservoir.kept();
    }

    @Test
    void shouldKeepEverythingWhileThereIsRoom() {
        assertThat(sample(50, 50, 1)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepNoMoreThanItsSize() {
        assertThat(sample(100_000, 50, 1)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeEvenlyFromAllThatWasOffered() {
        List<Integer> kept = sample(100_000, 2_000, 7);
        for (int tenth = 0; tenth < 10; tenth++) {
            int from = tenth * 10_000;
            // 200 expected; five standard deviations are 67.
            assertThat(kept.stream().filter(i -> i >= from && i < from + 10_000).count())
                    .isBetween(133L, 267L);
        }
    }

    @Test
    void shouldTakeTheSameForTheSameSeed() {
        assertThat(sample(1_000, 20, 3)).isEqualTo(sample(1_000, 20, 3)).isNotEqualTo(sample(1_000, 20, 4));
    }
}
