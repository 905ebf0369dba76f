package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.ExchangeListener;
import io.tokenpace.bench.client.PreparedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One event loop's share of an open load. It arms its own timer for its next request, and stamps each with the moment it
 * was due, however late it is taken up. Everything here runs on the loop.
 */
final class OpenLane {
    private static final long RETRY_NANOS = 1_000_000;

    private final int number;
    private final ClientLoop loop;
    private final Feed feed;
    private final ExchangeListener listener;
    private final int maxInFlight;
    private final LaneBook book = new LaneBook();
    private final Deque<Exchange> queue = new ArrayDeque<>();
    private long startNanos;
    private int inFlight;
    private boolean stopped;

    OpenLane(int number, ClientLoop loop, Feed feed, Reporter reporter, int maxInFlight) {
        this.number = number;
        this.loop = loop;
        this.feed = feed;
        this.listener = reporter.reportThen(this::ended);
        this.maxInFlight = maxInFlight;
    }

    LaneBook book() {
        return book;
    }

    void start(long nanos) {
        startNanos = nanos;
        takeUpWhatIsDue();
    }

    /** Takes up nothing more and gives up what still waits for a place. */
    void stop() {
        stopped = true;
        book.finish();
        while (!queue.isEmpty()) {
            inFlight++;
            queue.poll().cancelUnsent(loop.now());
        }
    }

    private void takeUpWhatIsDue() {
        while (!book.isFinished()) {
            Optional<PreparedRequest> next = feed.peek(number);
            if (next.isEmpty()) {
                if (feed.isOver(number)) {
                    book.finish();
                } else {
                    loop.schedule(this::takeUpWhatIsDue, RETRY_NANOS);
                }
                return;
            }
            long dueNanos = startNanos + next.get().dueOffsetNanos();
            long now = loop.now();
            if (dueNanos - now > 0) {
                loop.schedule(this::takeUpWhatIsDue, dueNanos - now);
                return;
            }
            feed.poll(number);
            takeUp(new Exchange(next.get(), dueNanos, now, listener));
        }
    }

    private void takeUp(Exchange exchange) {
        book.start(exchange.request().warmup());
        if (inFlight < maxInFlight) {
            send(exchange);
        } else {
            queue.add(exchange);
        }
    }

    private void send(Exchange exchange) {
        inFlight++;
        loop.send(exchange);
    }

    private void ended(Exchange ignored) {
        inFlight--;
        if (!queue.isEmpty() && !stopped) {
            send(queue.poll());
        }
        book.end();
    }
}
