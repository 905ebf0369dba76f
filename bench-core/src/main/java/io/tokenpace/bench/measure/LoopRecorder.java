package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Pace;
import java.util.concurrent.atomic.DoubleAdder;

/**
 * The figures that need every arrival, recorded by one event loop and read by one other thread: gaps, and the tokens
 * that arrived inside the window.
 *
 * <p>Assumes that {@link #record} is only ever called on its loop. Guarantees that it never waits: readers swap whole
 * histograms.
 */
public final class LoopRecorder {
    private final Window window;
    private final GapLane measured = new GapLane();
    private final GapLane warmup = new GapLane();
    private final DoubleAdder tokensInWindow = new DoubleAdder();

    public LoopRecorder(Window window) {
        this.window = window;
    }

    /** Records the arrivals of an exchange that has just ended. */
    public void record(Exchange exchange) {
        addTokensInWindow(exchange);
        if (exchange.succeeded()) {
            boolean tokenPerEvent = Pace.isTokenPerEvent(exchange.content().events(), streamedTokens(exchange));
            (exchange.request().warmup() ? warmup : measured).record(exchange.arrivals(), tokenPerEvent);
        }
    }

    /** Moves what was recorded since the last call into the sets. */
    public void drainTo(MetricSet measuredSet, MetricSet warmupSet) {
        measured.drainTo(measuredSet);
        warmup.drainTo(warmupSet);
    }

    /** Returns how many tokens arrived inside the window, in answers that have ended. */
    public double tokensInWindow() {
        return tokensInWindow.sum();
    }

    private void addTokensInWindow(Exchange exchange) {
        int events = exchange.content().events();
        if (events == 0) {
            return;
        }
        double tokensPerEvent = (double) streamedTokens(exchange) / events;
        tokensInWindow.add(eventsInWindow(exchange) * tokensPerEvent);
    }

    private int eventsInWindow(Exchange exchange) {
        long first = exchange.content().firstNanos();
        if (first == Exchange.UNSET) {
            // It came whole, at its end.
            return window.contains(exchange.content().lastNanos())
                    ? exchange.content().events()
                    : 0;
        }
        if (window.contains(first) && window.contains(exchange.content().lastNanos())) {
            return exchange.content().events();
        }
        EventCount inside = new EventCount(first);
        inside.count(first, exchange.content().firstEvents());
        exchange.arrivals().forEach(inside::add);
        return inside.events;
    }

    private static int streamedTokens(Exchange exchange) {
        Usage usage = exchange.usage();
        // An answer that was cut off has told only how it began.
        if (!exchange.succeeded() || !usage.hasOutput()) {
            return exchange.content().events();
        }
        return usage.outputTokens() - Math.max(0, usage.thinkingTokens());
    }

    /** Counts the events of an answer that arrived inside the window. */
    private final class EventCount {
        private long atNanos;
        private int events;

        EventCount(long firstNanos) {
            atNanos = firstNanos;
        }

        void add(long gapNanos, int arrived) {
            atNanos += gapNanos;
            count(atNanos, arrived);
        }

        void count(long nanos, int arrived) {
            if (window.contains(nanos)) {
                events += arrived;
            }
        }
    }
}
