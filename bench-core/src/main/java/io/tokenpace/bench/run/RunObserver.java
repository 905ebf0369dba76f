package io.tokenpace.bench.run;

import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;

/** Watches a run go on. */
@FunctionalInterface
public interface RunObserver {
    /** Takes a second that has passed, and what became of the measured requests so far. */
    void second(Second second, Totals soFar);
}
