package io.tokenpace.mock.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.tokenpace.mock.model.Timeline;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class PunctualIoHandlerTest {
    private static final long HOUR_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final long SHORT_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    /** A loop wakes by itself once a second, so a wake-up that was lost shows only in many rounds. */
    private static final int ROUNDS = 200;

    /** A selector waits whole milliseconds, and polls what is left of one; a loop that never waits asks far more often. */
    private static final int FEW = 2_000;

    private enum Sockets {
        EPOLL {
            @Override
            IoHandlerFactory handlers() {
                assumeThat(Epoll.isAvailable()).isTrue();
                return EpollIoHandler.newFactory();
            }
        },
        NIO {
            @Override
            IoHandlerFactory handlers() {
                return NioIoHandler.newFactory();
            }
        };

        abstract IoHandlerFactory handlers();
    }

    private EventLoopGroup loop;

    @AfterEach
    void stopLoop() {
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotBeEarlyWhenTheDeadlineWasSetOnTheLoop(Sockets sockets) throws Exception {
        ScriptedAgenda agenda = new ScriptedAgenda(Timeline.NEVER);
        start(sockets, agenda);

        long dueNanos = onLoop(() -> move(agenda, SHORT_NANOS));

        assertThat(agenda.doneNanos()).isGreaterThanOrEqualTo(dueNanos);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWaitRatherThanPollUntilTheDeadline(Sockets sockets) throws Exception {
        ScriptedAgenda agenda = new ScriptedAgenda(Timeline.NEVER);
        start(sockets, agenda);

        onLoop(() -> move(agenda, SHORT_NANOS));

        assertThat(agenda.asked()).isLessThan(FEW);
    }

    @ParameterizedTest
    @EnumSource
    void shouldWakeWhenAnotherThreadMovesTheDeadlineForward(Sockets sockets) throws Exception {
        ScriptedAgenda agenda = new ScriptedAgenda(Timeline.NEVER);
        start(sockets, agenda);

        for (int round = 0; round < ROUNDS; round++) {
            long laterNanos = onLoop(() -> move(agenda, HOUR_NANOS));
            loop.execute(() -> move(agenda, 0));

            assertThat(agenda.doneNanos()).isLessThan(laterNanos);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRunTasksOfTheLoopWhenTheAgendaIsDueMuchLater(Sockets sockets) throws Exception {
        ScriptedAgenda agenda = new ScriptedAgenda(System.nanoTime() + HOUR_NANOS);
        start(sockets, agenda);

        for (int round = 0; round < ROUNDS; round++) {
            assertThat(loop.schedule(() -> "ran", 1, TimeUnit.MILLISECONDS).get())
                    .isEqualTo("ran");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndTheLoopWhenSomethingIsLeftOnTheAgenda(Sockets sockets) throws Exception {
        start(sockets, new ScriptedAgenda(System.nanoTime() + HOUR_NANOS));
        onLoop(System::nanoTime);

        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS).get();

        assertThat(loop.isTerminated()).isTrue();
    }

    private void start(Sockets sockets, Agenda agenda) {
        IoHandlerFactory handlers = sockets.handlers();
        loop = new MultiThreadIoEventLoopGroup(
                1, executor -> new PunctualIoHandler(handlers.newHandler(executor), agenda));
    }

    private <T> T onLoop(Callable<T> task) throws Exception {
        return loop.submit(task).get();
    }

    private static long move(ScriptedAgenda agenda, long delayNanos) {
        long dueNanos = System.nanoTime() + delayNanos;
        agenda.move(dueNanos);
        return dueNanos;
    }
}
