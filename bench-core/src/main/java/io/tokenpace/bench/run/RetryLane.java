package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.ExchangeListener;
import io.tokenpace.bench.run.RetryRule.Failure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Stands on one event loop between the ends of attempts and the end of their request: what may still come right waits for
 * its time and is sent again, if the budget has room for another attempt, and whoever listens learns of the last attempt
 * only. Everything here runs on the loop.
 */
final class RetryLane implements Persistence {
    private final RetryRule rule;
    private final ClientLoop loop;
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private boolean ended;

    RetryLane(RetryRule rule, ClientLoop loop) {
        this.rule = rule;
        this.loop = loop;
    }

    /** A request between two attempts. No two are equal. */
    private static final class Waiting {
        private final Exchange failed;
        private final Reservation reservation;
        private final ExchangeListener request;

        Waiting(Exchange failed, Reservation reservation, ExchangeListener request) {
            this.failed = failed;
            this.reservation = reservation;
            this.request = request;
        }
    }

    @Override
    public ExchangeListener untilLast(Reservation reservation, ExchangeListener request) {
        return attempt -> {
            OptionalLong wait = waitNanos(attempt);
            if (wait.isPresent()) {
                reservation.lose(attempt);
                await(new Waiting(attempt, reservation, request), wait.getAsLong());
            } else {
                request.ended(attempt);
            }
        };
    }

    private OptionalLong waitNanos(Exchange attempt) {
        return ended || attempt.error().isEmpty() || attempt.cancelled()
                ? OptionalLong.empty()
                : rule.waitNanos(Failure.of(attempt));
    }

    /** Whoever sent it is held meanwhile, as if they paused. */
    private void await(Waiting next, long nanos) {
        waiting.add(next);
        long failedNanos = next.failed.endNanos();
        loop.pauses().begin(failedNanos);
        long dueNanos = failedNanos + nanos;
        loop.schedule(() -> sendAgain(next, dueNanos), dueNanos - loop.now());
    }

    /** Where the budget has no room for another attempt, the load ends, and the last one was this request's last. */
    private void sendAgain(Waiting next, long dueNanos) {
        if (!waiting.remove(next)) {
            return;
        }
        loop.pauses().end(dueNanos);
        if (next.reservation.takeAgain()) {
            loop.send(next.failed.again(loop.now()));
        } else {
            next.request.ended(next.failed);
        }
    }

    /** Sends nothing again from now on, and gives up what waits. */
    void end() {
        ended = true;
        List<Waiting> cut = List.copyOf(waiting);
        waiting.clear();
        for (Waiting next : cut) {
            long now = loop.now();
            loop.pauses().end(now);
            next.failed.again(now).cancelUnsent(now);
        }
    }
}
