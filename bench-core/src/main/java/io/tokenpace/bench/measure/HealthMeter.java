package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.result.MachineHealth;
import io.tokenpace.bench.result.Tail;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * Watches the client while it works: how late its loops wake, how late a mere sleeper wakes, and what it gets of the
 * processors. Its own methods belong to one thread.
 */
public final class HealthMeter implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double THOUSAND = 1_000;

    private final HiccupMeter hiccups;
    private final List<LoopLag> lags;
    private final Histogram hiccupTotal;
    private final List<Histogram> lagTotals;
    private final CollectorPauses collections = new CollectorPauses();
    private Histogram hiccupInterval;
    private final Histogram[] lagIntervals;
    private final ThreadWaits waits;
    private ProcessorTime opened = ProcessorTime.NONE;
    private ProcessorTime spent = ProcessorTime.NONE;
    private OpenFiles openFiles = OpenFiles.UNKNOWN;
    private long longestGcMillis;
    private boolean inWindow;

    public HealthMeter(List<ClientLoop> loops, NanoClock clock) {
        hiccups = new HiccupMeter(clock);
        lags = loops.stream().map(loop -> new LoopLag(loop, clock)).toList();
        hiccupInterval = hiccups.interval();
        lagIntervals = lags.stream().map(LoopLag::interval).toArray(Histogram[]::new);
        hiccupTotal = emptyLike(hiccupInterval);
        waits = ThreadWaits.ofProcess();
        lagTotals = lags.stream().map(lag -> emptyLike(hiccupInterval)).toList();
    }

    private static Histogram emptyLike(Histogram other) {
        Histogram empty = other.copy();
        empty.reset();
        return empty;
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
        collections.takeLongestMillis();
        opened = ProcessorTime.now(waits);
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
                lagTotals.get(i).add(lagIntervals[i]);
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
            spent = ProcessorTime.now(waits).since(opened);
            openFiles = OpenFiles.now();
            longestGcMillis = collections.takeLongestMillis();
            inWindow = false;
        }
    }

    /** Returns how late the loops woke, all together. */
    public Tail loopLag() {
        Histogram all = emptyLike(hiccupTotal);
        lagTotals.forEach(all::add);
        return Tails.of(all);
    }

    /** Returns how late each loop woke. */
    public List<Tail> loopLags() {
        return lagTotals.stream().map(Tails::of).toList();
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

    /**
     * Returns what the client had of its machine in the window.
     *
     * @param windowNanos its length
     */
    public MachineHealth machine(long windowNanos) {
        double busyCores = windowNanos == 0 ? 0 : (double) spent.busyNanos() / windowNanos;
        return new MachineHealth(
                ProcessorTime.machineCores(),
                Runtime.getRuntime().availableProcessors(),
                rounded(busyCores),
                rounded(spent.waitedNanos() / NANOS_PER_SECOND),
                longestGcMillis,
                openFiles.count(),
                openFiles.most());
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    @Override
    public void close() {
        collections.close();
        hiccups.close();
        lags.forEach(LoopLag::close);
    }
}
