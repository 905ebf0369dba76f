package io.tokenpace.bench.run;

import io.tokenpace.bench.analysis.PrefillFit;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.RequestMetrics;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.TurnResult;
import io.tokenpace.bench.workload.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that is known of a run once its requests have ended, in an amount of memory that does not grow with them.
 * It belongs to one thread.
 */
final class Books {
    private static final double MOST_OFF_SIZE = 0.02;
    /** A request due at the very end of the window is not lost because its timer fired a little later. */
    private static final long LATE_NANOS = 10_000_000;

    private static final double PERCENT = 100;
    private static final Comparator<CellResult> BY_SIZE = Comparator.comparingInt(
                    (CellResult cell) -> cell.promptTokens().orElse(0))
            .thenComparingInt(cell -> cell.maxTokens().orElse(0));

    private final Window window;
    private final long runStartNanos;
    private final MetricSet metrics = MetricSet.fast();
    private final List<CellBook> cells;
    private final FailureBook failures = new FailureBook();
    private final Map<String, Long> stopReasons = new TreeMap<>();
    private final TurnBooks turns = new TurnBooks();
    private final PrefillFit prefill = new PrefillFit();
    private long succeeded;
    private long failed;
    private long incomplete;
    private long staleConnections;
    private long overlapNanos;
    private long completionsInWindow;
    private long inputTokensInWindow;
    private long takenUpInWindow;
    private long promptsOffSize;
    private long endedEarly;
    private long uncounted;

    /** @param cells all that requests may belong to, by number */
    Books(Window window, long runStartNanos, List<Cell> cells) {
        this.window = window;
        this.runStartNanos = runStartNanos;
        this.cells = cells.stream().map(CellBook::new).toList();
    }

    /** Books a request that has ended, all but its figures, which come with the second they belong to. */
    void add(RequestRecord request) {
        addToWindow(request);
        staleConnections += request.staleConnections();
        if (request.warmup()) {
            return;
        }
        if (request.stamps().started() + runStartNanos - window.closesNanos() <= LATE_NANOS) {
            takenUpInWindow++;
        }
        failures.add(request);
        switch (request.outcome()) {
            case SUCCEEDED -> addSuccess(request);
            case FAILED -> addFailure(request);
            case INCOMPLETE -> incomplete++;
        }
    }

    private void addSuccess(RequestRecord request) {
        succeeded++;
        stopReasons.merge(request.stopReason().label(), 1L, Long::sum);
        prefill.add(request);
        addSizes(request);
        RequestMetrics.derive(request, cell(request).metrics);
        turns.addSuccess(request);
    }

    private void addSizes(RequestRecord request) {
        if (!request.usage().hasInput() || !request.usage().hasOutput()) {
            uncounted++;
            return;
        }
        int off = Math.abs(request.usage().totalInputTokens() - request.promptTokens());
        boolean sized = request.promptTokens() > 0;
        promptsOffSize += sized && off > MOST_OFF_SIZE * request.promptTokens() ? 1 : 0;
        endedEarly += request.usage().outputTokens() < request.maxTokens() ? 1 : 0;
    }

    private void addFailure(RequestRecord request) {
        failed++;
        cell(request).failures++;
        turns.addFailure(request);
    }

    private CellBook cell(RequestRecord request) {
        return cells.get(request.cell());
    }

    private void addToWindow(RequestRecord request) {
        Stamps at = request.stamps();
        if (request.attempts().isEmpty()) {
            addOverlap(at.sent(), at.end());
        }
        request.attempts().forEach(attempt -> addOverlap(attempt.sent(), attempt.end()));
        if (request.outcome() == Outcome.SUCCEEDED && window.contains(runStartNanos + at.end())) {
            completionsInWindow++;
        }
        // Of an answer that came whole, the end alone tells that its prompt was read.
        long read = at.firstToken() == Stamps.UNKNOWN ? at.lastToken() : at.firstToken();
        if (read != Stamps.UNKNOWN && request.usage().hasInput() && window.contains(runStartNanos + read)) {
            inputTokensInWindow += request.usage().totalInputTokens();
        }
    }

    private void addOverlap(long sent, long end) {
        if (sent != Stamps.UNKNOWN) {
            overlapNanos += window.overlapNanos(runStartNanos + sent, runStartNanos + end);
        }
    }

    /** Adds the measured figures of a second. */
    void add(MetricSet second) {
        metrics.add(second);
    }

    /** Returns what became of the requests, of which so many were planned and so many taken up. */
    Totals totals(long planned, long taken) {
        return new Totals(planned, taken, succeeded, failed, planned - taken, incomplete);
    }

    MetricSet metrics() {
        return metrics;
    }

    long failed() {
        return failed;
    }

    /** Returns how many sets of figures are kept: as many as there are cells, however many sizes were drawn. */
    int cellCount() {
        return cells.size();
    }

    /** Returns the figures of each cell, smallest sizes first; none where one cell would only repeat the whole. */
    List<CellResult> cells() {
        return cells.size() == 1
                ? List.of()
                : cells.stream().map(CellBook::result).sorted(BY_SIZE).toList();
    }

    /** Returns the figures of each turn of the conversations; none where nobody spoke twice. */
    List<TurnResult> turns() {
        return turns.results();
    }

    /** Returns the median TTFT of the quickest cell, 0 where nothing succeeded: lag is judged against it. */
    double smallestMedianTtftMs() {
        return cells.stream()
                .map(book -> book.metrics.of(Metric.TTFT))
                .filter(histogram -> histogram.getTotalCount() > 0)
                .mapToDouble(histogram ->
                        histogram.getValueAtPercentile(50) / Metric.TTFT.unit().stepsPerUnit())
                .min()
                .orElse(0);
    }

    /** Returns what failed, and what was sent again. */
    FailureBook failures() {
        return failures;
    }

    Map<String, Long> stopReasons() {
        return stopReasons;
    }

    Fits fits() {
        return new Fits(prefill.slope());
    }

    /** Returns how many measured requests were taken up while the window was open. */
    long takenUpInWindow() {
        return takenUpInWindow;
    }

    /** Returns what a reader should know of refusals and of the answers' sizes. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        failures.note().ifPresent(notes::add);
        addShare(notes, uncounted, "%.1f %% of the answers came without usage: their tokens are estimated by events");
        addShare(notes, promptsOffSize, "%.1f %% of the prompts came out more than 2 %% off the size asked for");
        addShare(notes, endedEarly, "%.1f %% of the answers ended before max_tokens");
        return notes;
    }

    private void addShare(List<String> notes, long count, String format) {
        if (count > 0) {
            notes.add(String.format(Locale.ROOT, format, count * PERCENT / succeeded));
        }
    }

    long staleConnections() {
        return staleConnections;
    }

    long overlapNanos() {
        return overlapNanos;
    }

    long completionsInWindow() {
        return completionsInWindow;
    }

    long inputTokensInWindow() {
        return inputTokensInWindow;
    }

    /** The figures of one combination of sizes. */
    private static final class CellBook {
        private final Cell cell;
        private final MetricSet metrics = MetricSet.small();
        private long failures;

        CellBook(Cell cell) {
            this.cell = cell;
        }

        CellResult result() {
            return new CellResult(cell.promptTokens(), cell.maxTokens(), metrics.summarize(failures));
        }
    }
}
