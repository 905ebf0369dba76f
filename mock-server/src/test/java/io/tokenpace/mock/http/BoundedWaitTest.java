package io.tokenpace.mock.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.IoHandlerContext;
import io.netty.util.concurrent.Ticker;
import io.tokenpace.mock.model.Timeline;
import org.junit.jupiter.api.Test;

class BoundedWaitTest {
    private static final long STARTED_NANOS = Ticker.systemTicker().initialNanoTime();
    private static final long NOW_NANOS = STARTED_NANOS + 1_000;

    @Test
    void shouldEndTheWaitForTheAgendaWhenTheLoopWouldWaitLonger() {
        BoundedWait wait = wait(new Allowed(true, 500, 1_500), NOW_NANOS + 200);

        assertThat(wait.canBlock()).isTrue();
        assertThat(wait.delayNanos(NOW_NANOS)).isEqualTo(200);
        assertThat(wait.deadlineNanos()).isEqualTo(1_200);
    }

    @Test
    void shouldEndTheWaitForTheLoopWhenItsTaskIsDueFirst() {
        BoundedWait wait = wait(new Allowed(true, 500, 1_500), NOW_NANOS + 700);

        assertThat(wait.canBlock()).isTrue();
        assertThat(wait.delayNanos(NOW_NANOS)).isEqualTo(500);
        assertThat(wait.deadlineNanos()).isEqualTo(1_500);
    }

    @Test
    void shouldHaveADeadlineWhenTheLoopHasNone() {
        BoundedWait wait = wait(new Allowed(true, 1_000_000_000, -1), NOW_NANOS + 200);

        assertThat(wait.deadlineNanos()).isEqualTo(1_200);
    }

    @Test
    void shouldNotBlockWhenSomethingIsDue() {
        BoundedWait wait = wait(new Allowed(true, 500, 1_500), NOW_NANOS);

        assertThat(wait.canBlock()).isFalse();
        assertThat(wait.delayNanos(NOW_NANOS)).isZero();
    }

    @Test
    void shouldNotAskForANegativeDelayWhenSomethingIsOverdue() {
        assertThat(wait(new Allowed(true, 500, 1_500), NOW_NANOS - 300).delayNanos(NOW_NANOS))
                .isZero();
    }

    @Test
    void shouldNotBlockWhenTheLoopMustNot() {
        assertThat(wait(new Allowed(false, 500, 1_500), NOW_NANOS + 200).canBlock())
                .isFalse();
    }

    @Test
    void shouldLeaveTheWaitAloneWhenTheAgendaIsEmpty() {
        BoundedWait wait = wait(new Allowed(true, Long.MAX_VALUE, -1), Timeline.NEVER);

        assertThat(wait.canBlock()).isTrue();
        assertThat(wait.delayNanos(NOW_NANOS)).isEqualTo(Long.MAX_VALUE);
        assertThat(wait.deadlineNanos()).isEqualTo(-1);
    }

    private static BoundedWait wait(IoHandlerContext loop, long nextNanos) {
        return new BoundedWait(loop, new ScriptedAgenda(nextNanos), () -> NOW_NANOS);
    }

    /** What a loop allows by itself. */
    private record Allowed(boolean canBlock, long delayNanos, long deadlineNanos) implements IoHandlerContext {
        @Override
        public long delayNanos(long currentTimeNanos) {
            return delayNanos;
        }
    }
}
