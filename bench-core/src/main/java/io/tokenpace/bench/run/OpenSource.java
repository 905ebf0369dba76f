package io.tokenpace.bench.run;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The requests of an open load, each with the moment it is due. One arrival process runs through the warm-up into the
 * measured part; as it goes, it learns where the window lies and tells the edges.
 */
final class OpenSource implements RequestSource {
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Arrivals arrivals;
    private final Preparer warmupItems;
    private final Preparer items;
    private final Extent warmup;
    private final Extent extent;
    private final WindowEdges edges;
    private final Map<Long, Long> dueBySecond = new HashMap<>();
    private long warmupCount;
    private long count;
    private long opensOffset;
    private boolean over;

    OpenSource(
            Arrivals arrivals, Preparer warmupItems, Preparer items, Extent warmup, Extent extent, WindowEdges edges) {
        this.arrivals = arrivals;
        this.warmupItems = warmupItems;
        this.items = items;
        this.warmup = warmup;
        this.extent = extent;
        this.edges = edges;
    }

    @Override
    public synchronized Optional<PreparedRequest> next() {
        if (over) {
            return Optional.empty();
        }
        long offset = arrivals.nextOffsetNanos();
        if (count == 0 && warmup.includes(warmupCount, offset)) {
            return Optional.of(due(warmupItems.prepare(warmupCount++, offset)));
        }
        if (count == 0) {
            open(offset);
        }
        over = !extent.includes(count, offset - opensOffset);
        if (over) {
            return Optional.empty();
        }
        PreparedRequest request = due(items.prepare(count++, offset));
        over = !extent.includes(count, 0);
        if (over) {
            edges.closeAtOffset(offset);
        }
        return Optional.of(request);
    }

    private void open(long firstOffset) {
        opensOffset = warmup.duration().isPresent() ? warmup.durationNanos() : warmupCount == 0 ? 0 : firstOffset;
        edges.openAtOffset(opensOffset);
        if (extent.duration().isPresent()) {
            edges.closeAtOffset(opensOffset + extent.durationNanos());
        }
    }

    private PreparedRequest due(PreparedRequest request) {
        dueBySecond.merge(request.dueOffsetNanos() / NANOS_PER_SECOND, 1L, Long::sum);
        return request;
    }

    /** Returns how many requests are due in a second of the load, and forgets it. */
    synchronized long takeDueIn(long second) {
        return Optional.ofNullable(dueBySecond.remove(second)).orElse(0L);
    }

    /** Returns how many measured requests were planned, if all of them have been dealt. */
    synchronized Optional<Long> planned() {
        return over ? Optional.of(count) : Optional.empty();
    }
}
