package io.tokenpace.bench.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** What one lane has done, kept by its loop and read by others. */
final class LaneBook {
    private final AtomicLong started = new AtomicLong();
    private final AtomicLong measured = new AtomicLong();
    private final CountDownLatch lastStart = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private long inFlight;
    private boolean finished;

    void start(boolean warmup) {
        started.lazySet(started.getPlain() + 1);
        if (!warmup) {
            measured.lazySet(measured.getPlain() + 1);
        }
        inFlight++;
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

    void awaitLastStart() throws InterruptedException {
        lastStart.await();
    }

    boolean awaitEnd(Duration patience) throws InterruptedException {
        return end.await(patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
