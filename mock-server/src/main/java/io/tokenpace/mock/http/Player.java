package io.tokenpace.mock.http;

import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.truth.Lateness;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executor;

/**
 * Plays all answers of one event loop: a heap of absolute deadlines, for the earliest of which the loop's own wait ends.
 *
 * <p>Each time it plays everything that is due: one answer after another is written and flushed, in the order of their
 * deadlines, so that none waits until those behind it are written. Belongs to the thread of its loop, but for
 * {@link #execute}.
 */
final class Player implements Agenda {
    private final Executor loop;
    private final Lateness.Loop lateness;
    private final PriorityQueue<Play> deadlines = new PriorityQueue<>();
    private final List<Play> played = new ArrayList<>();

    Player(Executor loop, Lateness.Loop lateness) {
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

    @Override
    public long nextNanos() {
        return deadlines.isEmpty() ? Timeline.NEVER : deadlines.peek().deadlineNanos();
    }

    /** What has become due meanwhile is left for the next time, so that sockets are read in between. */
    @Override
    public void playDue(long nowNanos) {
        while (nextNanos() <= nowNanos) {
            playOrFail(deadlines.remove(), nowNanos);
        }
        for (int i = 0; i < played.size(); i++) {
            addOrFail(played.get(i));
        }
        played.clear();
    }

    private void playOrFail(Play play, long nowNanos) {
        try {
            play.write(nowNanos);
            play.flush();
            played.add(play);
        } catch (RuntimeException | Error e) {
            fail(play, e);
        }
    }

    private void addOrFail(Play play) {
        try {
            add(play);
        } catch (RuntimeException | Error e) {
            fail(play, e);
        }
    }

    /** Leaves a bug to the answer's own connection: passed on from here it would end the loop, and all other answers. */
    private static void fail(Play play, Throwable bug) {
        play.stage().ctx().pipeline().fireExceptionCaught(bug);
    }
}
