package io.tokenpace.bench.run;

import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requests of an open load, each with the moment it is due: those of the ramp and the warm-up, and then the measured
 * ones, whose arrivals count from the opening of the window. As it goes, it learns where the window lies and tells the
 * edges.
 */
final class OpenSource implements RequestSource {
    private static final long TICK_NANOS = 100_000_000;

    private final Arrivals warmupArrivals;
    private final Arrivals arrivals;
    private final Preparer warmupItems;
    private final Preparer items;
    private final long rampNanos;
    private final Extent warmup;
    private final Extent extent;
    private final WindowEdges edges;
    private final SortedMap<Long, Long> dueByTick = new TreeMap<>();
    private long warmupCount;
    private long countAfterRamp;
    private long count;
    private long opensOffset;
    private long lastOffset;
    private boolean opened;
    private boolean over;

    OpenSource(RunPlan plan, LoadShape.Timed shape, Preparer warmupItems, Preparer items, WindowEdges edges) {
        this.warmupArrivals = shape.warmupArrivals(plan.seed());
        this.arrivals = shape.arrivals(plan.seed());
        this.warmupItems = warmupItems;
        this.items = items;
        this.rampNanos = shape.ramp().toNanos();
        this.warmup = plan.warmup();
        this.extent = plan.extent();
        this.edges = edges;
    }

    @Override
    public synchronized Optional<Errand> next() {
        if (!opened) {
            long offset = warmupArrivals.nextOffsetNanos();
            if (isWarmup(offset)) {
                return Optional.of(due(warmupItems.prepare(warmupCount++, offset)));
            }
            open(offset);
        }
        return over ? Optional.empty() : nextMeasured();
    }

    private boolean isWarmup(long offset) {
        return offset < rampNanos || warmup.includes(countAfterRamp++, offset - rampNanos);
    }

    private Optional<Errand> nextMeasured() {
        long offset = arrivals.nextOffsetNanos();
        over = !extent.includes(count, offset);
        if (over) {
            closeBehindLast();
            return Optional.empty();
        }
        Errand errand = due(items.prepare(count++, opensOffset + offset));
        lastOffset = errand.request().dueOffsetNanos();
        over = !extent.includes(count, 0);
        if (over) {
            edges.closeAtOffset(lastOffset);
        }
        return Optional.of(errand);
    }

    /** Closes the window with the last request, where neither a time nor a number but the arrivals themselves have ended. */
    private void closeBehindLast() {
        if (extent.duration().isEmpty()) {
            edges.closeAtOffset(lastOffset);
        }
    }

    /** Opens the window after the warm-up's time; after a number of requests, where the next of them would be due. */
    private void open(long offsetAfterWarmup) {
        opened = true;
        boolean counted = warmup.duration().isEmpty() && warmup.includes(0, 0);
        opensOffset = counted
                ? offsetAfterWarmup
                : rampNanos + warmup.duration().orElse(Duration.ZERO).toNanos();
        edges.openAtOffset(opensOffset);
        if (extent.duration().isPresent()) {
            edges.closeAtOffset(opensOffset + extent.durationNanos());
        }
    }

    private Errand due(Errand errand) {
        dueByTick.merge(errand.request().dueOffsetNanos() / TICK_NANOS, 1L, Long::sum);
        return errand;
    }

    /**
     * Returns how many requests are due up to an offset, to a tenth of a second, and forgets them: what this keeps does not
     * grow with the run. Those that were dealt too late for the call before are among them.
     */
    synchronized long takeDueUntil(long offsetNanos) {
        SortedMap<Long, Long> past = dueByTick.headMap(offsetNanos / TICK_NANOS);
        long count = past.values().stream().mapToLong(Long::longValue).sum();
        past.clear();
        return count;
    }

    /** Returns how many measured requests were planned, if all of them have been dealt or their number alone ends them. */
    synchronized Optional<Long> planned() {
        if (over) {
            return Optional.of(count);
        }
        return extent.duration().isEmpty() && extent.requests().isPresent()
                ? Optional.of(extent.requests().getAsLong())
                : Optional.empty();
    }
}
