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
 * its time and is sent again, and whoever listens learns of the last attempt only. Everything here runs on the loop.
 */
final class RetryLane {
    private final RetryRule rule;
    private final ClientLoop loop;
    private final Set<Exchange> waiting = new LinkedHashSet<>();
    private boolean ended;

    RetryLane(RetryRule rule, ClientLoop loop) {
        this.rule = rule;
        this.loop = loop;
    }

    /** Returns a listener to every attempt. */
    ExchangeListener untilLast(ExchangeListener request) {
        return attempt -> {
            OptionalLong wait = waitNanos(attempt);
            if (wait.isPresent()) {
                await(attempt, wait.getAsLong());
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
    private void await(Exchange failed, long nanos) {
        waiting.add(failed);
        loop.pauses().begin(failed.endNanos());
        long dueNanos = failed.endNanos() + nanos;
        loop.schedule(() -> sendAgain(failed, dueNanos), dueNanos - loop.now());
    }

    private void sendAgain(Exchange failed, long dueNanos) {
        if (waiting.remove(failed)) {
            loop.pauses().end(dueNanos);
            loop.send(failed.again(loop.now()));
        }
    }

    /** Sends nothing again from now on, and gives up what waits. */
    void end() {
        ended = true;
        List<Exchange> cut = List.copyOf(waiting);
        waiting.clear();
        for (Exchange failed : cut) {
            long now = loop.now();
            loop.pauses().end(now);
            failed.again(now).cancelUnsent(now);
        }
    }
}
