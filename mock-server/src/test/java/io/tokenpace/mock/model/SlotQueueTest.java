package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;

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
    void shouldCountThoseWhoAreReadyAndWait() {
        SlotQueue queue = new SlotQueue(1);
        queue.join(0, 0, 100, () -> {});
        Timeline.Start leaver = queue.join(1, 10, 100, () -> {});
        queue.join(2, 60, 100, () -> {});
        assertThat(queue.waiting(9)).isZero();
        assertThat(queue.waiting(10)).isEqualTo(1);
        assertThat(queue.waiting(60)).isEqualTo(2);
        leaver.release(70);
        assertThat(queue.waiting(70)).isEqualTo(1);
        assertThat(queue.waiting(100)).isZero();
    }
}
