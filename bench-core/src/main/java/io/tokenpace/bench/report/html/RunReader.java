package io.tokenpace.bench.report.html;

import io.tokenpace.bench.analysis.PrefillFit;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * Reads what a page shows of one run. Requests and intervals are visited once each, and what is kept of them is bounded by
 * the limits, not by the run's length; the timeline is visited twice, the first time only for its length.
 */
final class RunReader {
    private final Limits limits;
    private final PrefillFit fit = new PrefillFit();
    private final Slowest slowest;
    private final Reservoir<RequestRecord> sample;
    private final Map<Metric, Histogram> sums = new EnumMap<>(Metric.class);
    private final TimelineBook timeline;
    private final String name;
    private final RunResult result;

    /**
     * Begins with nothing read.
     *
     * @param seconds how long the run took
     */
    RunReader(String name, RunResult result, long seconds, Limits limits) {
        this.name = name;
        this.result = result;
        this.limits = limits;
        slowest = new Slowest(limits.slowest());
        sample = new Reservoir<>(limits.points(), result.manifest().seed());
        timeline = new TimelineBook(Steps.of(seconds, limits.steps()));
    }

    static RunData read(SavedRun run, Limits limits) throws IOException {
        String name = run.folder().toAbsolutePath().normalize().getFileName().toString();
        RunReader reader = new RunReader(name, run.result(), seconds(run), limits);
        run.forEachSecond(reader::add);
        run.forEachRequest(reader::add);
        run.forEachInterval(reader::add);
        return reader.data();
    }

    private static long seconds(SavedRun run) throws IOException {
        AtomicLong seconds = new AtomicLong();
        run.forEachSecond(second -> seconds.accumulateAndGet(second.second() + 1, Math::max));
        return seconds.get();
    }

    void add(Second second) {
        timeline.add(second);
    }

    void add(RequestRecord request) {
        timeline.add(request);
        if (request.warmup()) {
            return;
        }
        slowest.add(request);
        if (request.succeeded()) {
            sample.offer(request);
            fit.add(request);
        }
    }

    void add(Metric metric, boolean warmup, long second, Histogram values) {
        timeline.add(metric, warmup, second, values);
        if (!warmup && values.getTotalCount() > 0) {
            sums.computeIfAbsent(metric, first -> emptySum(values)).add(values);
        }
    }

    /** A sum in steps of its own would round every value once more than run.json did. */
    private static Histogram emptySum(Histogram values) {
        Histogram sum = new Histogram(values);
        sum.setAutoResize(true);
        return sum;
    }

    RunData data() {
        Notes notes = new Notes();
        List<Distribution> distributions = new ArrayList<>();
        sums.forEach((metric, values) -> distributions.add(Distribution.of(metric, values, limits)));
        return new RunData(
                name,
                ResultExcerpt.of(result, limits, notes),
                distributions,
                timeline.timeline(result.client().windowS()),
                Points.of(sample),
                FittedLine.of(result, fit),
                Grid.of(result.cells(), limits.gridSide(), notes),
                slowest.list(),
                notes.texts());
    }
}
