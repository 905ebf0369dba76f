package io.tokenpace.bench.report;

import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RunResult;
import java.util.Optional;
import java.util.OptionalInt;

/** One row for each combination of sizes. */
final class CellTable {
    private CellTable() {}

    /** Returns the table, or nothing where there is only one combination. */
    static String of(RunResult result) {
        if (result.cells().size() < 2) {
            return "";
        }
        TextTable table = new TextTable()
                .row(
                        "CELLS, prompt x max_tokens",
                        "requests",
                        "ttft p50 ms",
                        "p99",
                        "tpot p50 ms",
                        "decode p50 tokens/s",
                        "p10");
        for (CellResult cell : result.cells()) {
            table.row(
                    "  " + side(cell.promptTokens()) + " x " + side(cell.maxTokens()),
                    Figures.count(
                            summary(cell, Metric.TTFT).map(MetricSummary::count).orElse(0L)),
                    percentile(cell, Metric.TTFT, "p50"),
                    percentile(cell, Metric.TTFT, "p99"),
                    percentile(cell, Metric.TPOT, "p50"),
                    percentile(cell, Metric.DECODE_RATE, "p50"),
                    percentile(cell, Metric.DECODE_RATE, "p10"));
        }
        return "\n" + table;
    }

    private static String side(OptionalInt size) {
        return size.isPresent() ? Figures.count(size.getAsInt()) : "drawn";
    }

    private static String percentile(CellResult cell, Metric metric, String name) {
        return summary(cell, metric)
                .map(summary -> Figures.percentile(summary, Percentile.named(name)))
                .orElse("-");
    }

    private static Optional<MetricSummary> summary(CellResult cell, Metric metric) {
        return Optional.ofNullable(cell.metrics().get(metric.label()));
    }
}
