package io.tokenpace.bench.run;

import io.tokenpace.bench.folder.LatencyIntervals;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Second;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The logs of several runs as those of one, on the clock of the one that began first: requests one run after the other,
 * seconds added up. The machines' calendars tell how far the starts lie apart.
 */
final class MergedLogs {
    private static final long MILLIS_PER_SECOND = 1_000;

    private final List<SavedRun> runs;
    private final LogStart start;

    MergedLogs(List<SavedRun> runs, LogStart start) {
        this.runs = runs;
        this.start = start;
    }

    void writeTo(RunFolder folder) throws IOException {
        for (SavedRun run : runs) {
            long shift = shift(run).toNanos();
            run.forEachRequest(request -> append(folder, request.later(shift)));
        }
        List<MergedSeconds> all = new ArrayList<>();
        try {
            for (SavedRun run : runs) {
                all.add(new MergedSeconds(run, shift(run)));
            }
            writeSeconds(folder, all);
        } finally {
            for (MergedSeconds seconds : all) {
                seconds.close();
            }
        }
        folder.flush();
    }

    private Duration shift(SavedRun run) throws IOException {
        return Duration.between(start.startUtc(), run.start().startUtc());
    }

    private static void append(RunFolder folder, RequestRecord request) {
        try {
            folder.append(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeSeconds(RunFolder folder, List<MergedSeconds> runs) throws IOException {
        long last = runs.stream().mapToLong(MergedSeconds::end).max().orElse(0);
        MetricSet measured = MetricSet.fast();
        MetricSet warmup = MetricSet.fast();
        for (long number = 0; number < last; number++) {
            measured.reset();
            warmup.reset();
            SecondSum sum = new SecondSum(number);
            for (MergedSeconds run : runs) {
                run.takeInto(number, sum, measured, warmup);
            }
            Second line = sum.line(measured, warmup);
            folder.append(line, sum.tally());
            long from = number * MILLIS_PER_SECOND;
            measured.forEach((metric, values) -> folder.append(metric.label(), values, from, from + MILLIS_PER_SECOND));
            warmup.forEach((metric, values) ->
                    folder.append("warmup." + metric.label(), values, from, from + MILLIS_PER_SECOND));
        }
    }

    /** Adds an interval that belongs to a second. */
    static void add(LatencyIntervals.Interval interval, MetricSet measured, MetricSet warmup) {
        (interval.warmup() ? warmup : measured).add(interval.metric(), interval.values());
    }
}
