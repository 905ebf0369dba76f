package io.tokenpace.bench.report;

import io.tokenpace.bench.folder.Json;
import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * {@code bench.json}: a list of figures for github-action-benchmark's tool {@code customSmallerIsBetter}.
 *
 * <p>A step of that action knows one direction for a whole file, and a rate read in the wrong one would raise its alarm when
 * a service gets faster. So everything here is a time: of rates, the time a token takes. The figures of an INVALID run have
 * names of their own, so that no later run is held against them; a run without figures has none, which the action takes
 * for an error.
 */
public final class BenchmarkReport implements ReportFormat {
    private static final int MOST_CELLS = 50;

    @Override
    public String render(RunResult result) {
        BenchmarkFigures figures = new BenchmarkFigures(mark(result.verdict()), extra(result));
        result.fits().prefillMsPer1k().ifPresent(figures::addSlope);
        figures.add("", result.metrics(), Metric.TTFT, "p50", "p90", "p99");
        figures.add("", result.metrics(), Metric.TPOT, "p50", "p90", "p99");
        figures.add("", result.metrics(), Metric.STALL, "p50", "p99");
        figures.add("", result.metrics(), Metric.E2E, "p50", "p99");
        figures.addPeriod(
                "time per output token, all requests", result.throughput().outputTokensPerS());
        figures.addPeriod("time per request, all requests", result.throughput().requestsPerS());
        if (result.cells().size() > 1) {
            result.cells().stream().limit(MOST_CELLS).forEach(cell -> addCell(figures, cell));
        }
        return figures.entries().stream()
                .map(entry -> new String(Json.line(entry), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static void addCell(BenchmarkFigures figures, CellResult cell) {
        String sizes = " at " + side(cell.promptTokens()) + " × " + side(cell.maxTokens());
        figures.add(sizes, cell.metrics(), Metric.TTFT, "p50");
        figures.add(sizes, cell.metrics(), Metric.TPOT, "p50");
    }

    private static String side(OptionalInt size) {
        return size.isPresent() ? Integer.toString(size.getAsInt()) : "drawn";
    }

    private static String mark(Verdict verdict) {
        return verdict.status() == Verdict.Status.VALID ? "" : " (INVALID run)";
    }

    private static String extra(RunResult result) {
        Verdict verdict = result.verdict();
        String rules = verdict.reasons().stream().map(Verdict.Reason::rule).collect(Collectors.joining(", "));
        return verdict.status() + (rules.isEmpty() ? "" : ": " + rules) + "\nrun " + result.id() + "\n"
                + result.totals().succeeded() + " of " + result.totals().planned() + " requests succeeded";
    }
}
