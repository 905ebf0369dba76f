package io.tokenpace.bench.run;

import io.tokenpace.bench.folder.LatencyIntervals;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One run's seconds, counted from the start of the run that began first. */
final class MergedSeconds implements Closeable {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long shift;
    private final long shiftNanos;
    private final List<Second> seconds;
    private final List<Tally> tallies;
    private final LatencyIntervals intervals;
    private Optional<LatencyIntervals.Interval> next;

    MergedSeconds(SavedRun run, Duration later) throws IOException {
        shiftNanos = later.toNanos();
        shift = Math.round(shiftNanos / NANOS_PER_SECOND);
        seconds = run.seconds();
        tallies = run.tallies();
        intervals = run.intervals();
        next = intervals.next();
    }

    /** Returns the first second that lies behind the run. */
    long end() {
        return shift + seconds.size();
    }

    /** Adds what the run did in a second; to be called with one after the other. */
    void takeInto(long second, SecondSum sum, MetricSet measured, MetricSet warmup) {
        while (next.isPresent() && next.get().second() + shift <= second) {
            MergedLogs.add(next.get(), measured, warmup);
            next = intervals.next();
        }
        long index = second - shift;
        if (index >= 0 && index < seconds.size()) {
            sum.add(seconds.get((int) index));
        }
        if (index >= 0 && !tallies.isEmpty()) {
            int reached = (int) Math.min(index, tallies.size() - 1L);
            sum.add(tallies.get(reached).later(shiftNanos));
        }
    }

    @Override
    public void close() throws IOException {
        intervals.close();
    }
}
