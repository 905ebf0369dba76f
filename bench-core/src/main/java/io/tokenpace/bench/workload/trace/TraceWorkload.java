package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.workload.ItemSizes;
import io.tokenpace.bench.workload.TextSize;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.bench.workload.source.DataException;
import java.util.List;
import java.util.Optional;

/**
 * The requests of a trace as items of a run, and when each is due.
 *
 * <p>The file is read as items are asked for, and only the latest are kept: items may be asked for again,
 * but not from far back. Safe for use by several threads.
 */
public final class TraceWorkload implements Workload {
    private final TracedRequests requests;
    private final PrefixBlocks text;
    private final String model;

    /**
     * Begins with the first request of the trace.
     *
     * @param text gives the prompts their words
     * @throws DataException if there is no first request
     */
    public TraceWorkload(Trace trace, PrefixBlocks text, String model) {
        this(new TracedRequests(trace), text, model);
    }

    private TraceWorkload(TracedRequests requests, PrefixBlocks text, String model) {
        this.requests = requests;
        this.text = text;
        this.model = model;
    }

    /** Returns when the item with the index is due, from the first one, in nanoseconds; the largest number behind the last. */
    public long offsetNanos(long index) {
        return requests.find(index).map(TracedRequest::dueOffsetNanos).orElse(Long.MAX_VALUE);
    }

    @Override
    public boolean has(long index) {
        return requests.find(index).isPresent();
    }

    @Override
    public ItemSizes sizes(long index) {
        TracedRequest request = requests.get(index);
        return new ItemSizes(0, request.promptTokens(), request.answerTokens());
    }

    @Override
    public WorkItem item(long index) {
        TracedRequest request = requests.get(index);
        String prompt = text.prompt(request, index);
        return new WorkItem(request.promptTokens(), Ask.of(model, prompt, request.answerTokens()));
    }

    @Override
    public Optional<Ask> sample(int words) {
        return Optional.of(Ask.of(model, text.sample(words), 1));
    }

    /** {@inheritDoc} Both read one file: what one has been asked for, the other has passed as well. */
    @Override
    public TraceWorkload sizedBy(TextSize line) {
        return new TraceWorkload(requests, text.sizedBy(line), model);
    }

    @Override
    public List<String> notes() {
        return requests.notes();
    }

    @Override
    public void close() {
        requests.close();
    }
}
