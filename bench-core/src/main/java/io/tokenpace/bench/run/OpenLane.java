package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.measure.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One event loop's share of an open load. It arms its own timer for its next request, and stamps each with the moment it
 * was due, however late it is taken up. A conversation goes on until the window closes. Everything here runs on the
 * loop.
 */
final class OpenLane {
    private static final long RETRY_NANOS = 1_000_000;

    private final int number;
    private final ClientLoop loop;
    private final Feed feed;
    private final Reporter reporter;
    private final Budget budget;
    private final Window window;
    private final int maxInFlight;
    private final LaneBook book = new LaneBook();
    private final Talks talks;
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private long startNanos;
    private int inFlight;
    private int turnsToCome;
    private boolean feedIsOver;
    private boolean stopped;

    /** What is ready to be sent, and its part of the budget. */
    private record Waiting(Exchange exchange, Reservation reservation) {}

    OpenLane(
            int number,
            ClientLoop loop,
            Feed feed,
            Reporter reporter,
            Scribe scribe,
            Budget budget,
            Window window,
            int maxInFlight) {
        this.number = number;
        this.loop = loop;
        this.feed = feed;
        this.reporter = reporter;
        this.budget = budget;
        this.window = window;
        this.maxInFlight = maxInFlight;
        this.talks = new Talks(loop, scribe, book);
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
            queue.poll().exchange().cancelUnsent(loop.now());
        }
    }

    private void takeUpWhatIsDue() {
        while (!book.isFinished()) {
            Optional<Errand> next = feed.peek(number);
            if (next.isEmpty()) {
                if (feed.isOver(number)) {
                    feedIsOver = true;
                    finishWhenDone();
                    loop.schedule(book::finish, window.closesNanos() - loop.now());
                } else {
                    loop.schedule(this::takeUpWhatIsDue, RETRY_NANOS);
                }
                return;
            }
            long dueNanos = startNanos + next.get().request().dueOffsetNanos();
            long now = loop.now();
            if (dueNanos - now > 0) {
                loop.schedule(this::takeUpWhatIsDue, dueNanos - now);
                return;
            }
            feed.poll(number);
            takeUp(next.get(), dueNanos);
        }
    }

    private void takeUp(Errand errand, long dueNanos) {
        book.start(errand.request().warmup());
        Reservation reservation = budget.reservation(errand.request());
        Exchange exchange = new Exchange(
                errand.request(),
                dueNanos,
                loop.now(),
                reporter.reportThen(reservation, answered -> ended(errand, answered)));
        talks.begin(errand, exchange);
        turnsToCome += errand.followUp().isPresent() ? 1 : 0;
        Waiting ready = new Waiting(exchange, reservation);
        if (inFlight < maxInFlight) {
            send(ready);
        } else {
            queue.add(ready);
        }
    }

    /**
     * Sends what the budget has room for; where it has none for a measured request, the load ends, and this lane with it
     * at once.
     */
    private void send(Waiting ready) {
        inFlight++;
        if (ready.reservation().take()) {
            loop.send(ready.exchange());
        } else if (ready.exchange().request().warmup()) {
            // Later, or all that wait for a place would be left out one within the other.
            loop.execute(() -> ready.exchange().cancelUnsent(loop.now()));
        } else {
            stop();
            ready.exchange().cancelUnsent(loop.now());
        }
    }

    private void ended(Errand errand, Exchange answered) {
        inFlight--;
        if (!queue.isEmpty() && !stopped) {
            send(queue.poll());
        }
        long dueNanos = Talks.dueNanos(errand, answered);
        boolean goesOn = !window.hasClosed(dueNanos) && talks.goOn(errand, answered, turn -> nextTurn(turn, dueNanos));
        if (!goesOn && errand.followUp().isPresent()) {
            turnsToCome--;
        }
        finishWhenDone();
        book.end();
    }

    private void nextTurn(Errand errand, long dueNanos) {
        turnsToCome--;
        if (!book.isFinished() && !window.hasClosed(dueNanos)) {
            book.followUp();
            takeUp(errand, dueNanos);
        }
        finishWhenDone();
    }

    /** Once the schedule has no more requests, only conversations bring any; none of them does after the window. */
    private void finishWhenDone() {
        if (feedIsOver && turnsToCome == 0 && !book.isFinished()) {
            book.finish();
        }
    }
}
