package io.tokenpace.bench.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The first failure of any of a run's threads: a bug, or a folder that can no longer be written. It ends the run. */
final class FirstFailure {
    private final AtomicReference<Optional<Throwable>> first = new AtomicReference<>(Optional.empty());
    private final Runnable endRun;

    FirstFailure(Runnable endRun) {
        this.endRun = endRun;
    }

    /** Reports an unchecked exception or an error, from any thread. */
    void report(Throwable failure) {
        Optional<Throwable> none = first.get();
        if (none.isEmpty()) {
            first.compareAndSet(none, Optional.of(failure));
        }
        endRun.run();
    }

    /** Throws what was reported first, if anything was. */
    void rethrow() {
        if (first.get().isEmpty()) {
            return;
        }
        if (first.get().get() instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) first.get().get();
    }
}
