package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.result.Attempt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Turns the exchanges that a request took into its attempts. */
final class Attempts {
    private Attempts() {}

    /** Returns the first exchange of the request that an exchange was the last of. */
    static Exchange first(Exchange last) {
        Exchange first = last;
        while (first.before().isPresent()) {
            first = first.before().get();
        }
        return first;
    }

    /** Returns the attempts, the first one first; none where there was only one, after which no other was to come. */
    static List<Attempt> of(Exchange last, long startNanos) {
        if (last.before().isEmpty()) {
            return List.of();
        }
        List<Attempt> attempts = new ArrayList<>();
        if (!wasCutInWaiting(last)) {
            attempts.add(attempt(last, startNanos, OptionalLong.empty()));
        }
        for (Exchange next = last;
                next.before().isPresent();
                next = next.before().get()) {
            Exchange failed = next.before().get();
            attempts.add(attempt(failed, startNanos, OptionalLong.of(next.startedNanos() - failed.endNanos())));
        }
        Collections.reverse(attempts);
        return attempts;
    }

    /** The run ended before its time came: it stands for no attempt, but for the end of the wait. */
    private static boolean wasCutInWaiting(Exchange last) {
        return last.cancelled() && last.sentNanos() == Exchange.UNSET && last.connectBeganNanos() == Exchange.UNSET;
    }

    private static Attempt attempt(Exchange exchange, long start, OptionalLong waitedNanos) {
        return new Attempt(
                RequestRecords.since(start, exchange.startedNanos()),
                RequestRecords.since(start, exchange.connectBeganNanos()),
                RequestRecords.since(start, exchange.sentNanos()),
                RequestRecords.since(start, exchange.endNanos()),
                exchange.error(),
                exchange.errorText(),
                exchange.status(),
                RequestRecords.headers(exchange),
                waitedNanos);
    }
}
