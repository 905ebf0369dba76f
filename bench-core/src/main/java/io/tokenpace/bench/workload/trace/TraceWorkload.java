package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.workload.ItemSizes;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.source.Latest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The requests of a trace as items of a run, and when each is due.
 *
 * <p>The file is read as items are asked for, and only the latest are kept: items may be asked for again,
 * but not from far back. Safe for use by several threads.
 */
public final class TraceWorkload implements Workload {
    private final Trace trace;
    private final PrefixBlocks text;
    private final String model;
    private final Latest<TracedRequest> requests = new Latest<>();
    private boolean ended;

    /**
     * Begins with the first request of the trace.
     *
     * @param text gives the prompts their words
     * @throws DataException if there is no first request
     */
    public TraceWorkload(Trace trace, PrefixBlocks text, String model) {
        this.trace = trace;
        this.text = text;
        this.model = model;
        has(0);
    }

    /** Returns when the item with the index is due, from the first one, in nanoseconds; the largest number behind the last. */
    public synchronized long offsetNanos(long index) {
        return find(index).map(TracedRequest::dueOffsetNanos).orElse(Long.MAX_VALUE);
    }

    @Override
    public synchronized boolean has(long index) {
        return find(index).isPresent();
    }

    @Override
    public synchronized ItemSizes sizes(long index) {
        TracedRequest request = request(index);
        return new ItemSizes(0, request.promptTokens(), request.answerTokens());
    }

    @Override
    public synchronized WorkItem item(long index) {
        TracedRequest request = request(index);
        String prompt = text.prompt(request, index);
        return new WorkItem(request.promptTokens(), Ask.of(model, prompt, request.answerTokens()));
    }

    private TracedRequest request(long index) {
        return find(index)
                .orElseThrow(() -> new IllegalArgumentException(
                        "index (" + index + ") must be below " + requests.count() + ", where the trace ends"));
    }

    private Optional<TracedRequest> find(long index) {
        while (requests.count() <= index && !ended) {
            trace.next().ifPresentOrElse(requests::add, () -> ended = true);
        }
        return index < requests.count() ? Optional.of(requests.get(index)) : Optional.empty();
    }

    @Override
    public synchronized List<String> notes() {
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
