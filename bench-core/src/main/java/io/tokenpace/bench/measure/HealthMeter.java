package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.result.Tail;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Watches the client while it works: how late its loops wake, how late a mere sleeper wakes, and what it gets of the
 * processors. Its own methods belong to one thread.
 */
public final class HealthMeter implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final HiccupMeter hiccups;
    private final List<LoopLag> lags;
    private final Histogram hiccupTotal;
    private final Histogram lagTotal;
    private Histogram hiccupInterval;
    private final Histogram[] lagIntervals;
    private ProcessorTime opened = ProcessorTime.now();
    private ProcessorTime spent = new ProcessorTime(0, 0, 0, 0);
    private boolean inWindow;

    public HealthMeter(List<ClientLoop> loops, NanoClock clock) {
        hiccups = new HiccupMeter(clock);
        lags = loops.stream().map(loop -> new LoopLag(loop, clock)).toList();
        hiccupInterval = hiccups.interval();
        lagIntervals = lags.stream().map(LoopLag::interval).toArray(Histogram[]::new);
        hiccupTotal = hiccupInterval.copy();
        lagTotal = hiccupInterval.copy();
        hiccupTotal.reset();
        lagTotal.reset();
    }

    /**
     * The worst of one interval, in milliseconds.
     *
     * @param loopLagMs the latest a loop woke
     * @param hiccupMs the latest the sleeper woke
     */
    public record Worst(double loopLagMs, double hiccupMs) {}

    /** Begins the window: what was seen before is left out. */
    public void open() {
        readInterval();
        opened = ProcessorTime.now();
        inWindow = true;
    }

    /** Ends an interval and returns the worst of it. */
    public Worst readInterval() {
        hiccupInterval = hiccups.interval(hiccupInterval);
        long worstLag = 0;
        for (int i = 0; i < lagIntervals.length; i++) {
            lagIntervals[i] = lags.get(i).interval(lagIntervals[i]);
            worstLag = Math.max(worstLag, lagIntervals[i].getMaxValue());
            if (inWindow) {
                lagTotal.add(lagIntervals[i]);
            }
        }
        if (inWindow) {
            hiccupTotal.add(hiccupInterval);
        }
        return new Worst(worstLag / NANOS_PER_MILLI, hiccupInterval.getMaxValue() / NANOS_PER_MILLI);
    }

    /** Ends the window: what comes after is left out. */
    public void closeWindow() {
        if (inWindow) {
            readInterval();
            spent = ProcessorTime.now().since(opened);
            inWindow = false;
        }
    }

    public Tail loopLag() {
        return Tails.of(lagTotal);
    }

    public Tail hiccup() {
        return Tails.of(hiccupTotal);
    }

    /** Returns processor time used in the window. */
    public long usedNanos() {
        return spent.usedNanos();
    }

    /** Returns processor time that was throttled or stolen in the window. */
    public long withheldNanos() {
        return spent.stolenNanos() + spent.throttledNanos();
    }

    /** Returns time the garbage collector took in the window. */
    public long gcMillis() {
        return spent.gcMillis();
    }

    @Override
    public void close() {
        hiccups.close();
        lags.forEach(LoopLag::close);
    }
}
