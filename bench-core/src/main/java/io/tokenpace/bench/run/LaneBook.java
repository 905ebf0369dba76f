package io.tokenpace.bench.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What one lane has done, kept by its loop and read by others. */
final class LaneBook {
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong measured = new AtomicLong();
    private final AtomicLong followUps = new AtomicLong();
    private final CountDownLatch lastStart = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile TalkCount talks = new TalkCount(0, 0, 0);
    private long inFlight;
    private boolean finished;

    void start(boolean warmup) {
        started.lazySet(started.getPlain() + 1);
        if (!warmup) {
            measured.lazySet(measured.getPlain() + 1);
        }
        inFlight++;
    }

    /** Notes that a request comes from a conversation, and not from the schedule. */
    void followUp() {
        followUps.lazySet(followUps.getPlain() + 1);
    }

    void beginTalk() {
        talks = talks.plus(new TalkCount(1, 0, 0));
    }

    void endTalk(boolean well) {
        talks = talks.plus(well ? new TalkCount(0, 1, 0) : new TalkCount(0, 0, 1));
    }

    void end() {
        inFlight--;
        settle();
    }

    /** Notes that nothing more will be taken up. */
    void finish() {
        finished = true;
        lastStart.countDown();
        settle();
    }

    boolean isFinished() {
        return finished;
    }

    private void settle() {
        if (finished && inFlight == 0) {
            end.countDown();
        }
    }

    long started() {
        return started.get();
    }

    long measured() {
        return measured.get();
    }

    long followUps() {
        return followUps.get();
    }

    TalkCount talks() {
        return talks;
    }

    void awaitLastStart() throws InterruptedException {
        lastStart.await();
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return end.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
