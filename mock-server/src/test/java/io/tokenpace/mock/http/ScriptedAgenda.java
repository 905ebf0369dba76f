package io.tokenpace.mock.http;

import io.tokenpace.mock.model.Timeline;
import java.util.concurrent.Semaphore;

/** An agenda with one thing to do, which counts how often it is asked whether it is due. */
final class ScriptedAgenda implements Agenda {
    private final Semaphore done = new Semaphore(0);
    private long dueNanos;
    private int asked;
    private long doneNanos;

    ScriptedAgenda(long dueNanos) {
        this.dueNanos = dueNanos;
    }

    /** Moves the thing to do; on the thread of the loop. */
    void move(long toNanos) {
        dueNanos = toNanos;
        asked = 0;
    }

    @Override
    public long nextNanos() {
        return dueNanos;
    }

    @Override
    public void playDue(long nowNanos) {
        asked++;
        if (dueNanos <= nowNanos) {
            dueNanos = Timeline.NEVER;
            doneNanos = nowNanos;
            done.release();
        }
    }

    /** Waits for it to be done once more, and returns when it was. */
    long doneNanos() throws InterruptedException {
        done.acquire();
        return doneNanos;
    }

    /** Waits as well, and returns how often it was asked since it was moved. */
    int asked() throws InterruptedException {
        done.acquire();
        return asked;
    }
}
