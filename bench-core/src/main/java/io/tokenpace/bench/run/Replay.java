package io.tokenpace.bench.run;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.RequestMetrics;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Tally;
import io.tokenpace.bench.result.Totals;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.HdrHistogram.Histogram;

/**
 * The books of runs, kept anew from what lies in their folders.
 *
 * <p>Where a folder holds every request its figures are those of the requests, and only those of single arrivals come from
 * the interval log; else all figures come from there, which has every request, and what only requests tell is left out.
 */
final class Replay {
    /** No line of a request tells these. */
    private static final Set<Metric> OF_ARRIVALS = EnumSet.of(Metric.ITL, Metric.ITL_TOKEN);

    private final MetricSet metrics = MetricSet.fast();
    private final CellNumbers cells = new CellNumbers();
    private final Books books;
    private boolean complete = true;
    private Totals totals = new Totals(0, 0, 0, 0, 0, 0);

    private Replay(List<SavedRun> runs) throws IOException {
        for (SavedRun run : runs) {
            run.forEachRequest(request -> {
                if (!request.warmup()) {
                    cells.note(run, request);
                }
            });
        }
        books = new Books(new Window(), 0, cells.all());
    }

    static Replay of(List<SavedRun> runs) throws IOException {
        Replay replay = new Replay(runs);
        for (SavedRun run : runs) {
            replay.add(run);
        }
        return replay;
    }

    private void add(SavedRun run) throws IOException {
        Counted counted = new Counted();
        MetricSet ofRequests = MetricSet.fast();
        run.forEachRequest(request -> {
            if (request.warmup()) {
                return;
            }
            RequestRecord numbered = cells.numbered(run, request);
            books.add(numbered);
            counted.add(numbered);
            if (numbered.succeeded()) {
                RequestMetrics.derive(numbered, ofRequests);
            }
        });
        Optional<Tally> tally = last(run);
        boolean whole = counted.holds(tally);
        complete &= whole;
        Map<Metric, Histogram> logged = run.histograms();
        logged.forEach((metric, values) -> {
            if (!whole || OF_ARRIVALS.contains(metric)) {
                metrics.add(metric, values);
            }
        });
        if (whole) {
            metrics.add(ofRequests);
        }
        totals = totals.plus(
                whole ? counted.totals(tally) : tally.orElseThrow().totals().cutOff());
    }

    /** Returns how far a run had come at the end of its last second, if one had ended. */
    static Optional<Tally> last(SavedRun run) throws IOException {
        List<Tally> tallies = run.tallies();
        return tallies.isEmpty() ? Optional.empty() : Optional.of(tallies.get(tallies.size() - 1));
    }

    /** Whether every request of every run was there. */
    boolean isComplete() {
        return complete;
    }

    /** Returns what became of the requests; those that were under way when a process died are incomplete. */
    Totals totals() {
        return totals;
    }

    Map<String, MetricSummary> metrics() {
        return metrics.summarize(totals.failed());
    }

    /** Returns the sums of the measured values. */
    MetricSet sums() {
        return metrics;
    }

    /** Returns what only requests tell. */
    Books books() {
        return books;
    }

    /** Counts the measured requests of one run. */
    private static final class Counted {
        private long succeeded;
        private long failed;
        private long incomplete;

        void add(RequestRecord request) {
            switch (request.outcome()) {
                case SUCCEEDED -> succeeded++;
                case FAILED -> failed++;
                case INCOMPLETE -> incomplete++;
            }
        }

        /** Returns whether nothing that the run had counted is missing. */
        boolean holds(Optional<Tally> tally) {
            return tally.map(Tally::totals)
                    .map(told -> succeeded >= told.succeeded() && failed >= told.failed())
                    .orElse(true);
        }

        Totals totals(Optional<Tally> tally) {
            long ended = succeeded + failed + incomplete;
            long sent = Math.max(ended, tally.map(told -> told.totals().sent()).orElse(0L));
            long planned =
                    Math.max(sent, tally.map(told -> told.totals().planned()).orElse(0L));
            return new Totals(planned, sent, succeeded, failed, 0, 0).cutOff();
        }
    }
}
