package io.tokenpace.cli;

import io.tokenpace.bench.analysis.SeenAnswer;
import io.tokenpace.bench.client.Exchange;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps every arrival of the measured answers, by the number that the service gave the request. Event loops add; one
 * other thread takes.
 */
final class SeenAnswers {
    private final Map<String, SeenAnswer> answers = new ConcurrentHashMap<>();

    /** Adds an answer if it was measured and succeeded. */
    void add(Exchange exchange) {
        Optional<String> id = exchange.headers().requestId();
        if (exchange.succeeded() && !exchange.request().warmup() && id.isPresent()) {
            answers.put(id.get(), Arrivals.of(exchange).seen(id.get(), exchange));
        }
    }

    /** Takes out the answer of a number. */
    Optional<SeenAnswer> take(String id) {
        return Optional.ofNullable(answers.remove(id));
    }

    /** Returns how many were added and not taken. */
    int size() {
        return answers.size();
    }

    /** The arrivals of one answer, put together from the first one and the gaps that follow it. */
    private static final class Arrivals {
        private final long[] nanos;
        private final int[] firstEvents;
        private int size;
        private long lastNanos;
        private int events;

        private Arrivals(int most) {
            nanos = new long[most];
            firstEvents = new int[most];
        }

        static Arrivals of(Exchange exchange) {
            Arrivals arrivals = new Arrivals(exchange.content().events());
            if (exchange.content().firstNanos() != Exchange.UNSET) {
                arrivals.add(exchange.content().firstNanos(), exchange.content().firstEvents());
                exchange.arrivals().forEach((gap, events) -> arrivals.add(arrivals.lastNanos + gap, events));
            }
            return arrivals;
        }

        private void add(long atNanos, int brought) {
            nanos[size] = atNanos;
            firstEvents[size] = events;
            size++;
            lastNanos = atNanos;
            events += brought;
        }

        SeenAnswer seen(String id, Exchange exchange) {
            return new SeenAnswer(
                    id, exchange.sentNanos(), Arrays.copyOf(nanos, size), Arrays.copyOf(firstEvents, size), events);
        }
    }
}
