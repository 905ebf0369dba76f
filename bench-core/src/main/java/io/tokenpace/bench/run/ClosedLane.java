package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import java.util.Optional;

/**
 * One event loop's share of the users of a closed load. A user takes the next request that no other has taken as soon as
 * the answer to the one before has ended. Everything here runs on the loop.
 */
final class ClosedLane {
    private static final long RETRY_NANOS = 100_000;

    private final ClosedLoad load;
    private final ClientLoop loop;
    private final Reporter reporter;
    private final int users;
    private final LaneBook book = new LaneBook();
    private int usersAtWork;

    ClosedLane(ClosedLoad load, ClientLoop loop, Reporter reporter, int users) {
        this.load = load;
        this.loop = loop;
        this.reporter = reporter;
        this.users = users;
    }

    LaneBook book() {
        return book;
    }

    /** Puts every user to work on a phase, the first at this moment and each a little later than the one before. */
    void begin(ClosedPhase phase, long startNanos, long firstOffsetNanos, long stepNanos) {
        usersAtWork = users;
        for (int i = 0; i < users; i++) {
            long intendedNanos = startNanos + firstOffsetNanos + i * stepNanos;
            loop.schedule(() -> next(phase, intendedNanos), intendedNanos - loop.now());
        }
    }

    void stop() {
        book.finish();
    }

    private void next(ClosedPhase before, long intendedNanos) {
        if (book.isFinished()) {
            return;
        }
        ClosedPhase phase = load.phaseOf(before, intendedNanos, loop.now());
        if (!phase.admits(intendedNanos)) {
            rest(phase, intendedNanos);
            return;
        }
        Optional<PreparedRequest> request = phase.feed().poll(0);
        if (request.isPresent()) {
            takeUp(phase, request.get(), intendedNanos);
        } else if (phase.feed().isOver(0)) {
            rest(phase, intendedNanos);
        } else {
            loop.schedule(() -> next(phase, intendedNanos), RETRY_NANOS);
        }
    }

    private void takeUp(ClosedPhase phase, PreparedRequest request, long intendedNanos) {
        long now = loop.now();
        book.start(request.warmup());
        load.taken(phase, request, now);
        loop.send(new Exchange(request, intendedNanos, now, reporter.reportThen(exchange -> {
            next(phase, exchange.endNanos());
            book.end();
        })));
    }

    private void rest(ClosedPhase phase, long nowNanos) {
        if (--usersAtWork == 0) {
            load.laneRests(phase, nowNanos);
        }
    }
}
