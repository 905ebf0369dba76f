package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ExchangeListener;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.RequestRecords;

/** Hands what has ended on one loop to its recorder, to the ledger and to the run's observer. */
final class Reporter {
    private final LoopRecorder recorder;
    private final Ledger ledger;
    private final Persistence persistence;
    private final RunObserver observer;
    private final FirstFailure failure;
    private final long runStartNanos;

    Reporter(
            LoopRecorder recorder,
            Ledger ledger,
            Persistence persistence,
            RunObserver observer,
            FirstFailure failure,
            long runStartNanos) {
        this.persistence = persistence;
        this.observer = observer;
        this.failure = failure;
        this.recorder = recorder;
        this.ledger = ledger;
        this.runStartNanos = runStartNanos;
    }

    /**
     * Returns a listener to a request's attempts that books the last of them, settles what it may use, and then tells the
     * observer and the lane. A bug in any of this must end the run: an exchange that nobody noted would be waited for in
     * vain.
     */
    ExchangeListener reportThen(Reservation reservation, ExchangeListener lane) {
        ExchangeListener request = guarded(exchange -> {
            recorder.record(exchange);
            ledger.accept(RequestRecords.of(exchange, runStartNanos));
            reservation.settle(exchange);
            observer.ended(exchange);
            lane.ended(exchange);
        });
        return guarded(persistence.untilLast(reservation, request));
    }

    private ExchangeListener guarded(ExchangeListener listener) {
        return exchange -> {
            try {
                listener.ended(exchange);
            } catch (RuntimeException | Error e) {
                failure.report(e);
            }
        };
    }
}
