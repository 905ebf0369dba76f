package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A number of users, spread over the loops. First they warm up; users already done with that wait for the last of them,
 * and the end of its answer opens the window. With a ramp they start one after the other, and nobody waits.
 */
final class ClosedLoad implements Load {
    /**
     * Users who all started at one instant would stay in step for good with a service of even pace, and each would be
     * measured waiting for the others. This is longer than a start takes, of which the first ones of a phase are the
     * slowest.
     */
    private static final long START_STEP_NANOS = 5_000_000;

    /** Of a window, within which all users start: it costs the concurrency held half of this. */
    private static final long START_PART = 100;

    /** Within which all users start where requests, and not time, end the window. */
    private static final long START_SPREAD_NANOS = 25_000_000;

    private final LoadShape.Closed shape;
    private final List<ClientLoop> loops;
    private final List<ClosedLane> members = new ArrayList<>();
    private final Lanes lanes;
    private final ClosedPhase warmup;
    private final ClosedPhase measured;
    private final WindowEdges edges;
    private final AtomicInteger lanesAtWork;
    private volatile Optional<RampedWarmup> ramped = Optional.empty();

    ClosedLoad(
            LoadShape.Closed shape,
            List<ClientLoop> loops,
            List<Reporter> reporters,
            Scribe scribe,
            Budget budget,
            ClosedPhase warmup,
            ClosedPhase measured,
            WindowEdges edges) {
        this.edges = edges;
        this.shape = shape;
        this.loops = loops;
        this.warmup = warmup;
        this.measured = measured;
        for (int i = 0; i < loops.size(); i++) {
            members.add(new ClosedLane(
                    this, loops.get(i), reporters.get(i), scribe, budget, Shares.of(shape.users(), loops.size(), i)));
        }
        lanes = new Lanes(members.stream().map(ClosedLane::book).toList());
        lanesAtWork = new AtomicInteger(members.size());
    }

    @Override
    public void start(long startNanos) {
        if (shape.ramp().isZero()) {
            begin(warmup, startNanos);
        } else {
            long rampNanos = shape.ramp().toNanos();
            ramped = Optional.of(new RampedWarmup(startNanos + rampNanos, warmup.extent(), this::open));
            putToWork(warmup, startNanos, rampNanos / shape.users());
        }
    }

    /** Returns whether users start one after the other, and none of them waits for the rest. */
    boolean isRamped() {
        return ramped.isPresent();
    }

    /** Returns the phase of a request that a user wants to send after one of a phase. */
    ClosedPhase phaseOf(ClosedPhase before, long intendedNanos, long nowNanos) {
        if (ramped.isEmpty() || !before.isWarmup()) {
            return before;
        }
        return ramped.get().includes(intendedNanos, nowNanos) ? warmup : measured;
    }

    /**
     * Returns whether one more request of a phase may be taken up, however many conversations want to go on: with the
     * last measured one the window closes, and nothing more will start.
     */
    boolean claim(ClosedPhase phase, long nowNanos) {
        if (phase.isWarmup()) {
            return true;
        }
        long number = phase.claim();
        if (!phase.extent().includes(number + 1, 0)) {
            edges.closeNow(nowNanos);
            stop();
        }
        return phase.extent().includes(number, 0);
    }

    /** Learns that no user of a lane will start anything more in a phase. */
    void laneRests(ClosedPhase phase, long nowNanos) {
        if (lanesAtWork.decrementAndGet() > 0) {
            return;
        }
        if (phase.isWarmup()) {
            lanesAtWork.set(members.size());
            begin(measured, nowNanos);
        } else {
            stop();
        }
    }

    private void begin(ClosedPhase phase, long nanos) {
        if (phase.isWarmup()) {
            phase.begin(nanos);
        } else {
            open(nanos);
        }
        putToWork(phase, nanos, startStepNanos());
    }

    private long startStepNanos() {
        Extent extent = measured.extent();
        long spreadNanos = extent.duration().isPresent() ? extent.durationNanos() / START_PART : START_SPREAD_NANOS;
        return Math.min(START_STEP_NANOS, spreadNanos / shape.users());
    }

    private void open(long nanos) {
        measured.begin(nanos);
        if (measured.endsNanos().isPresent()) {
            long untilEnd = measured.endsNanos().getAsLong() - loops.get(0).now();
            loops.get(0).schedule(this::stop, untilEnd);
        }
    }

    private void putToWork(ClosedPhase phase, long nanos, long stepNanos) {
        for (int i = 0; i < members.size(); i++) {
            ClosedLane lane = members.get(i);
            long firstOffset = i * stepNanos;
            loops.get(i).execute(() -> lane.begin(phase, nanos, firstOffset, members.size() * stepNanos));
        }
    }

    @Override
    public void stop() {
        for (int i = 0; i < members.size(); i++) {
            loops.get(i).execute(members.get(i)::stop);
        }
    }

    @Override
    public Lanes lanes() {
        return lanes;
    }

    @Override
    public long planned() {
        long taken = lanes.measured();
        boolean cutByTime = measured.extent().duration().isPresent();
        return cutByTime ? taken : measured.extent().requests().orElse(taken);
    }

    @Override
    public OptionalInt users() {
        return OptionalInt.of(shape.users());
    }

    @Override
    public long offeredUntil(long nanos, long started) {
        return started;
    }

    @Override
    public long emptyQueues() {
        return warmup.feed().emptyQueues() + measured.feed().emptyQueues();
    }
}
