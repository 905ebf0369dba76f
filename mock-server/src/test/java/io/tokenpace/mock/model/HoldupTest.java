package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldupTest {
    /** Event i is due at 10 · i. */
    private static long[] times(Holdup holdup) {
        return IntStream.range(0, 6)
                .mapToLong(event -> holdup.leaveNanos(event, i -> 10L * i))
                .toArray();
    }

    @Test
    void shouldLeaveEventsAloneWhenNothingHoldsThemUp() {
        assertThat(times(Holdup.NONE)).containsExactly(0, 10, 20, 30, 40, 50);
    }

    @Test
    void shouldNotLetEventsOvertakeTheLateOne() {
        assertThat(times(Holdup.of(2, 15))).containsExactly(0, 10, 35, 35, 40, 50);
    }

    @Test
    void shouldSendEventsTogetherWithTheLastOfThem() {
        assertThat(times(Holdup.together(1, 3))).containsExactly(0, 30, 30, 30, 40, 50);
    }

    @Test
    void shouldHoldEverythingForever() {
        assertThat(times(Holdup.forever())).containsOnly(Timeline.NEVER);
    }
}
