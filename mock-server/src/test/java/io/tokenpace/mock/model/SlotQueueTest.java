package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlotQueueTest {
    private final List<String> moved = new ArrayList<>();

    @Test
    void shouldStartAtOnceWhileSlotsAreFree() {
        SlotQueue queue = new SlotQueue(2);
        assertThat(queue.join(0, 5, 100, () -> {}).nanos()).isEqualTo(5);
        assertThat(queue.join(1, 6, 100, () -> {}).nanos()).isEqualTo(6);
        assertThat(queue.join(2, 7, 100, () -> {}).nanos()).isEqualTo(105);
        assertThat(queue.join(3, 8, 100, () -> {}).nanos()).isEqualTo(106);
        assertThat(queue.join(4, 9, 100, () -> {}).nanos()).isEqualTo(205);
    }

    @Test
    void shouldNotKeepASlotThatHasRunOut() {
        SlotQueue queue = new SlotQueue(1);
        queue.join(0, 0, 10, () -> {});
        assertThat(queue.join(50, 50, 10, () -> {}).nanos()).isEqualTo(50);
    }

    @Test
    void shouldMoveTheOthersUpWhenTheOneInTheSlotLeaves() {
        SlotQueue queue = new SlotQueue(1);
        Timeline.Start first = queue.join(0, 0, 100, () -> moved.add("first"));
        Timeline.Start second = queue.join(1, 1, 100, () -> moved.add("second"));
        Timeline.Start third = queue.join(2, 2, 100, () -> moved.add("third"));

        first.release(40);

        assertThat(second.nanos()).isEqualTo(40);
        assertThat(third.nanos()).isEqualTo(140);
        assertThat(moved).containsExactly("second", "third");
    }

    @Test
    void shouldMoveOnlyThoseBehindWhenOneLeavesTheQueue() {
        SlotQueue queue = new SlotQueue(1);
        Timeline.Start first = queue.join(0, 0, 100, () -> moved.add("first"));
        Timeline.Start second = queue.join(1, 1, 100, () -> moved.add("second"));
        Timeline.Start third = queue.join(2, 2, 100, () -> moved.add("third"));
        Timeline.Start fourth = queue.join(3, 3, 100, () -> moved.add("fourth"));

        third.release(10);

        assertThat(first.nanos()).isZero();
        assertThat(second.nanos()).isEqualTo(100);
        assertThat(fourth.nanos()).isEqualTo(200);
        assertThat(moved).containsExactly("fourth");
    }

    @Test
    void shouldChangeNothingWhenOneLeavesThatHasEnded() {
        SlotQueue queue = new SlotQueue(1);
        Timeline.Start first = queue.join(0, 0, 100, () -> moved.add("first"));
        Timeline.Start second = queue.join(1, 1, 100, () -> moved.add("second"));
        first.release(100);
        first.release(150);
        assertThat(second.nanos()).isEqualTo(100);
        assertThat(moved).isEmpty();
    }

    @Test
    void shouldServeInTheOrderOfBecomingReady() {
        SlotQueue queue = new SlotQueue(1);
        queue.join(0, 0, 100, () -> {});
        Timeline.Start slowNetwork = queue.join(1, 60, 100, () -> {});
        Timeline.Start fastNetwork = queue.join(2, 10, 100, () -> {});
        assertThat(fastNetwork.nanos()).isEqualTo(100);
        assertThat(slowNetwork.nanos()).isEqualTo(200);
    }

    @Test
    void shouldWaitAsLongAsQueueingTheorySays() {
        // M/D/1 at 70 %: ρS / (2(1 − ρ)) = 0.7 · 1,000 / 0.6 = 1,166.7.
        assertThat(meanWait(1, 0.7, Distribution.constant(1_000))).isCloseTo(1_166.7, within(35.0));
        // M/M/1 at 70 %: ρS / (1 − ρ) = 2,333.3.
        assertThat(meanWait(1, 0.7, Distribution.exponential(1_000))).isCloseTo(2_333.3, within(120.0));
        // M/M/4 at 80 %: Erlang C for a load of 3.2 is 0.5964, and the wait 0.5964 · S / (4 − 3.2) = 745.5.
        assertThat(meanWait(4, 0.8, Distribution.exponential(1_000))).isCloseTo(745.5, within(50.0));
    }

    private static double meanWait(int slots, double utilisation, Distribution holdNanos) {
        SlotQueue queue = new SlotQueue(slots);
        DrawStream arrivals = DrawStream.of(11, Purpose.NETWORK);
        DrawStream holds = DrawStream.of(11, Purpose.PACE);
        // Scaled up, so that rounding to nanoseconds does not matter.
        double scale = 1_000;
        Distribution gap = Distribution.exponential(1_000 * scale / (slots * utilisation));
        int requests = 400_000;
        double now = 0;
        double waited = 0;
        for (int i = 0; i < requests; i++) {
            now += gap.quantile(arrivals.uniform(i));
            long ready = Math.round(now);
            long hold = Math.round(holdNanos.quantile(holds.uniform(i)) * scale);
            waited += queue.join(ready, ready, hold, () -> {}).nanos() - ready;
        }
        return waited / requests / scale;
    }
}
