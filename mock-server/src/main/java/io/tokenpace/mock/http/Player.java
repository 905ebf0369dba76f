package io.tokenpace.mock.http;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.Lateness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Plays all answers of one event loop: a heap of absolute deadlines, and one timer armed for the earliest.
 *
 * <p>At each wake-up everything that is due is written first and then flushed, once for each channel. Belongs to the
 * thread of its loop, but for {@link #execute}.
 */
final class Player {
    private final EventLoop loop;
    private final Lateness.Loop lateness;
    private final PriorityQueue<Play> deadlines = new PriorityQueue<>();
    private final List<Play> written = new ArrayList<>();
    private final Runnable wakeUp = this::wakeUp;
    private Optional<Future<?>> timer = Optional.empty();
    private long armedNanos = Timeline.NEVER;

    Player(EventLoop loop, Lateness.Loop lateness) {
        this.loop = loop;
        this.lateness = lateness;
    }

    Lateness.Loop lateness() {
        return lateness;
    }

    /** Runs a task on the loop; any thread may call it. */
    void execute(Runnable task) {
        loop.execute(task);
    }

    /** Plays an answer from now on. */
    void add(Play play) {
        enqueue(play);
        arm();
    }

    /** Takes an answer out. */
    void remove(Play play) {
        deadlines.remove(play);
    }

    /** Goes on with an answer whose channel takes bytes again. */
    void resume(Play play) {
        if (play.parked()) {
            add(play);
        }
    }

    /** Looks again when an answer is due. */
    void reschedule(Play play) {
        if (deadlines.remove(play)) {
            add(play);
        }
    }

    private void enqueue(Play play) {
        if (play.ended()) {
            return;
        }
        long nextNanos = play.nextNanos();
        play.park(nextNanos == Timeline.NEVER);
        if (!play.parked()) {
            play.deadlineNanos(nextNanos);
            deadlines.add(play);
        }
    }

    private void wakeUp() {
        timer = Optional.empty();
        armedNanos = Timeline.NEVER;
        long nowNanos = System.nanoTime();
        while (!deadlines.isEmpty() && deadlines.peek().deadlineNanos() <= nowNanos) {
            Play play = deadlines.remove();
            writeOrFail(play, nowNanos);
            written.add(play);
        }
        for (int i = 0; i < written.size(); i++) {
            written.get(i).flush();
        }
        for (int i = 0; i < written.size(); i++) {
            enqueue(written.get(i));
        }
        written.clear();
        arm();
    }

    /** Writes, and keeps a bug in one answer from stopping all others. */
    private static void writeOrFail(Play play, long nowNanos) {
        try {
            play.write(nowNanos);
        } catch (RuntimeException e) {
            play.stage().ctx().pipeline().fireExceptionCaught(e);
        }
    }

    /** Arms the timer for the earliest deadline, unless it is armed for that or an earlier time already. */
    private void arm() {
        if (deadlines.isEmpty() || deadlines.peek().deadlineNanos() >= armedNanos) {
            return;
        }
        timer.ifPresent(armed -> armed.cancel(false));
        armedNanos = deadlines.peek().deadlineNanos();
        timer = Optional.of(loop.schedule(wakeUp, armedNanos - System.nanoTime(), TimeUnit.NANOSECONDS));
    }
}
