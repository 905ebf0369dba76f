package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests of a trace by their numbers. The file is read as they are asked for, and only the latest are kept. Safe for
 * use by several threads.
 */
final class TracedRequests implements AutoCloseable {
    private final Trace trace;
    private final Latest<TracedRequest> requests = new Latest<>();
    private boolean ended;

    /**
     * Begins with the first request of the trace.
     *
     * @throws DataException if there is none
     */
    TracedRequests(Trace trace) {
        this.trace = trace;
        find(0);
    }

    /** Returns the request with an index, or nothing behind the last. */
    synchronized Optional<TracedRequest> find(long index) {
        while (requests.count() <= index && !ended) {
            trace.next().ifPresentOrElse(requests::add, () -> ended = true);
        }
        return index < requests.count() ? Optional.of(requests.get(index)) : Optional.empty();
    }

    /**
     * Returns the request with an index.
     *
     * @throws IllegalArgumentException if the trace has none
     */
    synchronized TracedRequest get(long index) {
        return find(index)
                .orElseThrow(() -> new IllegalArgumentException(
                        "index (" + index + ") must be below " + requests.count() + ", where the trace ends"));
    }

    /** Returns what was passed over so far. */
    synchronized List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (trace.broken().count() > 0) {
            notes.add(trace.broken().count() + " broken lines of the trace were passed over, as in "
                    + trace.broken().first().get(0));
        }
        if (trace.failedAtSource() > 0) {
            notes.add(
                    trace.failedAtSource() + " requests of the trace were passed over: they failed where it was taken");
        }
        return notes;
    }

    @Override
    public synchronized void close() {
        trace.close();
    }
}
