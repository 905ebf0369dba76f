package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;

/** Watches a run go on. */
@FunctionalInterface
public interface RunObserver {
    /** Learns that everything is prepared, and that the load begins when this returns. */
    default void ready() {}

    /** Takes a second that has passed, and what became of the measured requests so far. */
    void second(Second second, Totals soFar);

    /** Takes how the run stands at the end of that second, right after it. Called on the thread that books the run. */
    default void standing(Standing standing) {}

    /**
     * Takes a request that has ended, well or not, warm-up included. Called on the event loop that carried it, one of
     * several, and so must not wait; its arrivals are valid only until this returns.
     */
    default void ended(Exchange exchange) {}
}
