package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import java.util.Optional;

/**
 * One event loop's share of the users of a closed load. A user whose answer has ended thinks, if users do, and then goes
 * on with the conversation or takes the next request that no other has taken. Everything here runs on the loop.
 */
final class ClosedLane {
    private static final long RETRY_NANOS = 100_000;
    private static final long LEFT_OUT_NANOS = 1_000_000;

    private final ClosedLoad load;
    private final ClientLoop loop;
    private final Reporter reporter;
    private final Budget budget;
    private final int users;
    private final LaneBook book = new LaneBook();
    private final Talks talks;
    private int usersAtWork;

    ClosedLane(ClosedLoad load, ClientLoop loop, Reporter reporter, Scribe scribe, Budget budget, int users) {
        this.load = load;
        this.loop = loop;
        this.reporter = reporter;
        this.budget = budget;
        this.users = users;
        this.talks = new Talks(loop, scribe, book);
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
        Optional<Errand> errand = phase.feed().poll(0);
        if (errand.isPresent()) {
            takeUp(phase, errand.get(), intendedNanos);
        } else if (phase.feed().isOver(0)) {
            rest(phase, intendedNanos);
        } else {
            loop.schedule(() -> next(phase, intendedNanos), RETRY_NANOS);
        }
    }

    private void takeUp(ClosedPhase phase, Errand errand, long intendedNanos) {
        if (book.isFinished()) {
            return;
        }
        long now = loop.now();
        if (!phase.admits(intendedNanos) || !load.claim(phase, now)) {
            rest(phase, intendedNanos);
            return;
        }
        Reservation reservation = budget.reservation(errand.request());
        if (!reservation.take()) {
            // Otherwise every lane is being stopped, and nobody waits for this user to rest.
            if (phase.isWarmup()) {
                leaveOut(phase, intendedNanos);
            }
            return;
        }
        book.start(errand.request().warmup());
        Exchange exchange =
                new Exchange(errand.request(), intendedNanos, now, reporter.reportThen(reservation, answered -> {
                    goOn(phase, errand, answered);
                    book.end();
                }));
        talks.begin(errand, exchange);
        loop.send(exchange);
    }

    /** There is no room for more warm-up: the user waits for the window, which a ramp may still have to open by its time. */
    private void leaveOut(ClosedPhase warmup, long intendedNanos) {
        if (load.isRamped()) {
            loop.schedule(() -> next(warmup, loop.now()), LEFT_OUT_NANOS);
        } else {
            rest(warmup, intendedNanos);
        }
    }

    private void goOn(ClosedPhase phase, Errand errand, Exchange answered) {
        long dueNanos = Talks.dueNanos(errand, answered);
        boolean goesOn = talks.goOn(errand, answered, turn -> takeUp(phase, turn, dueNanos));
        if (!goesOn && !book.isFinished()) {
            talks.afterThought(errand, answered, () -> next(phase, dueNanos));
        }
    }

    private void rest(ClosedPhase phase, long nowNanos) {
        if (--usersAtWork == 0) {
            load.laneRests(phase, nowNanos);
        }
    }
}
