package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.schedule.LoadShape;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Requests that come at their own time: request i goes to lane i mod lanes, and no central pacer stands between. */
final class OpenLoad implements Load {
    private final List<ClientLoop> loops;
    private final List<OpenLane> members = new ArrayList<>();
    private final Lanes lanes;
    private final OpenSource source;
    private final Feed feed;
    private final WindowEdges edges;
    private volatile OptionalLong startedAt = OptionalLong.empty();
    private long followUpsBefore;

    OpenLoad(
            LoadShape.Timed shape,
            List<ClientLoop> loops,
            List<Reporter> reporters,
            Scribe scribe,
            Budget budget,
            OpenSource source,
            Feed feed,
            WindowEdges edges) {
        this.loops = loops;
        this.source = source;
        this.feed = feed;
        this.edges = edges;
        for (int i = 0; i < loops.size(); i++) {
            int places = shape.maxInFlight().isPresent()
                    ? Shares.of(shape.maxInFlight().getAsInt(), loops.size(), i)
                    : Integer.MAX_VALUE;
            members.add(new OpenLane(i, loops.get(i), feed, reporters.get(i), scribe, budget, edges.window(), places));
        }
        lanes = new Lanes(members.stream().map(OpenLane::book).toList());
    }

    @Override
    public void start(long startNanos) {
        startedAt = OptionalLong.of(startNanos);
        edges.start(startNanos);
        onEachLoop(lane -> lane.start(startNanos));
    }

    @Override
    public void stop() {
        onEachLoop(OpenLane::stop);
    }

    private void onEachLoop(Consumer<OpenLane> action) {
        for (int i = 0; i < members.size(); i++) {
            OpenLane lane = members.get(i);
            loops.get(i).execute(() -> action.accept(lane));
        }
    }

    @Override
    public Lanes lanes() {
        return lanes;
    }

    @Override
    public long planned() {
        return source.planned().map(scheduled -> scheduled + lanes.followUps()).orElseGet(lanes::measured);
    }

    @Override
    public OptionalInt users() {
        return OptionalInt.empty();
    }

    @Override
    public long offeredUntil(long nanos, long started) {
        long followUps = lanes.followUps();
        long fresh = followUps - followUpsBefore;
        followUpsBefore = followUps;
        return startedAt.isEmpty() ? 0 : fresh + source.takeDueUntil(nanos - startedAt.getAsLong());
    }

    @Override
    public long emptyQueues() {
        return feed.emptyQueues();
    }
}
