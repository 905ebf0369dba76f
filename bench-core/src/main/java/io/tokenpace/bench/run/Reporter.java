package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ExchangeListener;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.RequestRecords;
import java.util.function.UnaryOperator;

/** Hands what has ended on one loop to its recorder and to the ledger. */
final class Reporter {
    private final LoopRecorder recorder;
    private final Ledger ledger;
    private final UnaryOperator<ExchangeListener> retries;
    private final FirstFailure failure;
    private final long runStartNanos;

    /** @param retries turns a listener to the ends of requests into one to those of attempts */
    Reporter(
            LoopRecorder recorder,
            Ledger ledger,
            UnaryOperator<ExchangeListener> retries,
            FirstFailure failure,
            long runStartNanos) {
        this.retries = retries;
        this.failure = failure;
        this.recorder = recorder;
        this.ledger = ledger;
        this.runStartNanos = runStartNanos;
    }

    /**
     * Returns a listener that books an exchange and then tells the lane. A bug in either must end the run: an exchange
     * that nobody noted would be waited for in vain.
     */
    ExchangeListener reportThen(ExchangeListener lane) {
        ExchangeListener attempts = retries.apply(exchange -> {
            recorder.record(exchange);
            ledger.accept(RequestRecords.of(exchange, runStartNanos));
            lane.ended(exchange);
        });
        return exchange -> {
            try {
                attempts.ended(exchange);
            } catch (RuntimeException e) {
                failure.report(e);
            }
        };
    }
}
