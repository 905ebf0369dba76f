package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ArrivalLogTest {
    private final ArrivalLog log = new ArrivalLog();

    @Test
    void shouldGiveBackGapsInOrderWithTheirEvents() {
        log.add(1_000, 1);
        log.add(2_000, 7);
        log.add(3_000, 1);
        log.add(0, 2);
        assertThat(read()).containsExactly("1000/1", "2000/7", "3000/1", "0/2");
    }

    @Test
    void shouldBeEmptyAtFirstAndAfterClearing() {
        assertThat(read()).isEmpty();
        log.add(1_000, 3);
        log.clear();
        assertThat(read()).isEmpty();
    }

    @Test
    void shouldHoldLongAnswersAndStartAnewAfterThem() {
        for (int i = 1; i <= 100_000; i++) {
            log.add(i, 1 + i % 2);
        }
        List<String> gaps = read();
        assertThat(gaps).hasSize(100_000).startsWith("1/2", "2/1").endsWith("100000/1");
        log.clear();
        log.add(5, 1);
        assertThat(read()).containsExactly("5/1");
    }

    @Test
    void shouldKeepMoreDigitsThanTheHistograms() {
        long hour = 3_600_000_000_000L;
        log.add(hour - 1, 1);
        log.add(123_456_789_012L, 1_000_000);
        List<Long> nanos = new ArrayList<>();
        List<Integer> events = new ArrayList<>();
        log.forEach((gap, count) -> {
            nanos.add(gap);
            events.add(count);
        });
        assertThat(nanos.get(0)).isCloseTo(hour, Percentage.withPercentage(0.000_01));
        assertThat(nanos.get(1)).isCloseTo(123_456_789_012L, Percentage.withPercentage(0.000_01));
        assertThat(events).containsExactly(1, 1_000_000);
    }

    private List<String> read() {
        List<String> gaps = new ArrayList<>();
        log.forEach((nanos, events) -> gaps.add(nanos + "/" + events));
        return gaps;
    }
}
