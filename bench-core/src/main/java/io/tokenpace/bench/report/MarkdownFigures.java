package io.tokenpace.bench.report;

import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Throughput;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The tables of {@code summary.md}: prefill and decode apart, every tail on the side where it hurts. */
final class MarkdownFigures {
    private static final int MOST_CELLS = 40;
    private static final List<String> HIGH_TAIL = List.of("p50", "p90", "p99", "p99.9");
    private static final List<String> LOW_TAIL = List.of("p50", "p10", "p5", "p1");
    private static final List<String> CELL_HEADS = List.of(
            "prompt × max_tokens",
            "requests",
            "ttft p50, ms",
            "ttft p99, ms",
            "tpot p50, ms",
            "decode p50, tokens/s",
            "decode p10, tokens/s");

    private MarkdownFigures() {}

    static String phases(RunResult result) {
        Map<String, MetricSummary> metrics = result.metrics();
        // A percentile over prompts of 100 and of 10,000 tokens means little; say so.
        String mix = result.cells().size() > 1 ? " (mix of all sizes)" : "";
        return section("## Prefill" + mix + "\n\n", table(metrics, HIGH_TAIL, "max", Metric.TTFT, Metric.TTFT_SERVICE))
                + section(
                        "\n## Decode" + mix + "\n\n",
                        table(metrics, LOW_TAIL, "min", Metric.DECODE_RATE),
                        table(metrics, HIGH_TAIL, "max", Metric.TPOT, Metric.ITL, Metric.STALL))
                + section(
                        "\n## Whole answer" + mix + "\n\n",
                        table(metrics, HIGH_TAIL, "max", Metric.E2E, Metric.SEND_LAG));
    }

    private static String section(String heading, String... tables) {
        List<String> filled =
                List.of(tables).stream().filter(table -> !table.isEmpty()).toList();
        return filled.isEmpty() ? "" : heading + String.join("\n", filled);
    }

    private static String table(
            Map<String, MetricSummary> metrics, List<String> percentiles, String extreme, Metric... rows) {
        if (List.of(rows).stream().noneMatch(metric -> metrics.containsKey(metric.label()))) {
            return "";
        }
        List<String> heads = new ArrayList<>(List.of(""));
        heads.addAll(percentiles);
        heads.add(extreme);
        MarkdownTable table = new MarkdownTable(heads);
        for (Metric metric : rows) {
            MetricSummary summary = metrics.get(metric.label());
            if (summary != null) {
                table.row(row(metric, summary, percentiles, extreme));
            }
        }
        return table.toString();
    }

    private static List<String> row(Metric metric, MetricSummary summary, List<String> percentiles, String extreme) {
        List<String> cells = new ArrayList<>(List.of("`" + metric.label() + "`, " + summary.unit()));
        percentiles.forEach(name -> cells.add(percentile(summary, name)));
        cells.add(Figures.of(extreme.equals("min") ? summary.min() : summary.max()));
        return cells;
    }

    static String rates(RunResult result) {
        if (result.metrics().isEmpty()) {
            return "";
        }
        Throughput rates = result.throughput();
        String slope =
                result.fits().prefillMsPer1k().map(MarkdownFigures::slope).orElse("");
        return slope + "- throughput: **" + Figures.of(rates.requestsPerS()) + " requests/s**, **"
                + Figures.of(rates.outputTokensPerS()) + " output tokens/s**, " + Figures.of(rates.inputTokensPerS())
                + " input tokens/s"
                + (rates.goodputPerS().isPresent() ? ", goodput " + Figures.of(rates.goodputPerS()) + "/s" : "")
                + String.format(Locale.ROOT, " over %.1f s\n", result.client().windowS());
    }

    private static String slope(Fits.Fit slope) {
        return String.format(
                Locale.ROOT,
                "- prefill: **%.2f ms per 1,000 prompt tokens** (95 %% interval %.2f to %.2f)\n",
                slope.value(),
                slope.ci95().get(0),
                slope.ci95().get(1));
    }

    /** Returns one row for each combination of sizes, or nothing where there is only one. */
    static String cells(List<CellResult> cells) {
        if (cells.size() < 2) {
            return "";
        }
        MarkdownTable table = new MarkdownTable(CELL_HEADS);
        cells.stream().limit(MOST_CELLS).forEach(cell -> table.row(cellRow(cell)));
        int more = cells.size() - MOST_CELLS;
        return "## Sizes\n\n" + table
                + (more > 0 ? "\n… and " + Figures.count(more) + " more, which are in run.json\n" : "");
    }

    private static List<String> cellRow(CellResult cell) {
        MetricSummary ttft = cell.metrics().get(Metric.TTFT.label());
        return List.of(
                side(cell.promptTokens()) + " × " + side(cell.maxTokens()),
                Figures.count(ttft == null ? 0 : ttft.count()),
                percentile(cell, Metric.TTFT, "p50"),
                percentile(cell, Metric.TTFT, "p99"),
                percentile(cell, Metric.TPOT, "p50"),
                percentile(cell, Metric.DECODE_RATE, "p50"),
                percentile(cell, Metric.DECODE_RATE, "p10"));
    }

    private static String side(OptionalInt size) {
        return size.isPresent() ? Figures.count(size.getAsInt()) : "drawn";
    }

    private static String percentile(CellResult cell, Metric metric, String name) {
        MetricSummary summary = cell.metrics().get(metric.label());
        return summary == null ? "–" : percentile(summary, name);
    }

    /** A single tilde marks a doubtful figure; two of them in a line would strike out what is between. */
    private static String percentile(MetricSummary summary, String name) {
        return Figures.percentile(summary, Percentile.named(name)).replace("~", "\\~");
    }
}
