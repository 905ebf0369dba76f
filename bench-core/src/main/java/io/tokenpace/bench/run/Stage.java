package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.util.List;

/** A load that is ready to start, with the feeds that must be filled for it. */
record Stage(Load load, List<Feed> feeds) {
    static Stage set(
            RunPlan plan,
            Preparer measured,
            Preparer warmup,
            List<ClientLoop> loops,
            List<Reporter> reporters,
            Scribe scribe,
            Budget budget,
            WindowEdges edges) {
        int capacity = measured.capacity();
        if (plan.load() instanceof LoadShape.Closed closed) {
            // With a ramp the users decide how many requests the warm-up takes.
            Extent warmupItems = closed.ramp().isZero() ? plan.warmup() : Extent.ofRequests(Long.MAX_VALUE);
            Feed warmupFeed = Feed.shared(warmup.closedSource(warmupItems), capacity);
            Feed measuredFeed = Feed.shared(measured.closedSource(plan.extent()), capacity);
            Load load = new ClosedLoad(
                    closed,
                    loops,
                    reporters,
                    scribe,
                    budget,
                    new ClosedPhase(warmupFeed, plan.warmup(), edges, true),
                    new ClosedPhase(measuredFeed, plan.extent(), edges, false),
                    edges);
            return new Stage(load, List.of(warmupFeed, measuredFeed));
        }
        LoadShape.Timed open = (LoadShape.Timed) plan.load();
        OpenSource source = new OpenSource(plan, open, warmup, measured, edges);
        Feed feed = Feed.dealt(source, capacity, loops.size());
        return new Stage(new OpenLoad(open, loops, reporters, scribe, budget, source, feed, edges), List.of(feed));
    }
}
