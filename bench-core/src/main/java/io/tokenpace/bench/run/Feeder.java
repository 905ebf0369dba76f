package io.tokenpace.bench.run;

import io.tokenpace.bench.workload.source.DataException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;

/** The one thread that prepares requests ahead of time, so that the event loops never have to. */
final class Feeder implements AutoCloseable {
    /** The queues outlast tens of milliseconds; each waking takes time that the event loops could have. */
    private static final long REST_NANOS = 4_000_000;

    private final List<Feed> feeds;
    private final CountDownLatch filled = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean closed;
    private final FirstFailure failure;
    private final EarlyStop earlyStop;

    Feeder(List<Feed> feeds, FirstFailure failure, EarlyStop earlyStop) {
        this.feeds = List.copyOf(feeds);
        this.failure = failure;
        this.earlyStop = earlyStop;
        thread = new Thread(this::feed, "feeder");
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until every queue is full, or its source has nothing more. */
    void awaitFilled() throws InterruptedException {
        filled.await();
        failure.rethrow();
    }

    private void feed() {
        try {
            while (!closed) {
                boolean added = false;
                for (Feed feed : feeds) {
                    added |= feed.topUp();
                }
                filled.countDown();
                if (!added) {
                    LockSupport.parkNanos(REST_NANOS);
                }
            }
        } catch (DataException e) {
            feeds.forEach(Feed::cut);
            earlyStop.end(e.getMessage());
            filled.countDown();
        } catch (RuntimeException | Error e) {
            failure.report(e);
            feeds.forEach(Feed::cut);
            filled.countDown();
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        // What the items are read from may be closed next.
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
