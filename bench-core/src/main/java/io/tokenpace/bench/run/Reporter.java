package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ExchangeListener;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.RequestRecords;

/** Hands what has ended on one loop to its recorder and to the ledger. */
final class Reporter {
    private final LoopRecorder recorder;
    private final Ledger ledger;
    private final FirstFailure failure;
    private final long runStartNanos;

    Reporter(LoopRecorder recorder, Ledger ledger, FirstFailure failure, long runStartNanos) {
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
        return exchange -> {
            try {
                recorder.record(exchange);
                ledger.accept(RequestRecords.of(exchange, runStartNanos));
                lane.ended(exchange);
            } catch (RuntimeException e) {
                failure.report(e);
            }
        };
    }
}
