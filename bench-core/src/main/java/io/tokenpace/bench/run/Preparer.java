package io.tokenpace.bench.run;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.client.RequestEncoder;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import java.util.Optional;

/** Turns the items of one phase into requests that only have to be sent. */
final class Preparer {
    private static final int SAMPLE = 16;
    private static final int READY_BYTES = 16 << 20;
    private static final int FEWEST_READY = 16;
    private static final int MOST_READY = 1_024;

    private final Workload items;
    private final WireFormat format;
    private final RequestEncoder encoder;
    private final boolean warmup;

    Preparer(Workload items, WireFormat format, RequestEncoder encoder, boolean warmup) {
        this.items = items;
        this.format = format;
        this.encoder = encoder;
        this.warmup = warmup;
    }

    Errand prepare(long index, long dueOffsetNanos) {
        return prepare(items.item(index), index, dueOffsetNanos);
    }

    /** Prepares what is said next in the conversation of a request. */
    Errand prepareAfter(PreparedRequest before, WorkItem next) {
        return prepare(next, before.index(), 0);
    }

    private Errand prepare(WorkItem item, long index, long dueOffsetNanos) {
        PreparedRequest request = new PreparedRequest(
                index,
                warmup,
                item.cell(),
                item.turn(),
                item.promptTokens(),
                item.ask().maxTokens(),
                dueOffsetNanos,
                encoder.encode(index, format.body(item.ask())));
        return new Errand(request, item.thinkNanos(), item.followUp());
    }

    /**
     * Returns how many requests to keep ready: enough to outlast a feeder that is kept off the processor for tens of
     * milliseconds, within a fixed amount of memory.
     */
    int capacity() {
        int largest = 1;
        for (long i = 0; i < SAMPLE && items.has(i); i++) {
            largest = Math.max(largest, prepare(i, 0).request().bytes().length);
        }
        return Math.max(FEWEST_READY, Math.min(MOST_READY, READY_BYTES / largest));
    }

    /** Returns the requests of a closed loop: as many as the extent allows, due whenever a user is free. */
    RequestSource closedSource(Extent extent) {
        return new RequestSource() {
            private long index;

            @Override
            public Optional<Errand> next() {
                return extent.includes(index, 0) ? Optional.of(prepare(index++, 0)) : Optional.empty();
            }
        };
    }
}
