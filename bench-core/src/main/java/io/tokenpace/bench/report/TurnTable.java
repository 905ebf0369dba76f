package io.tokenpace.bench.report;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.TurnResult;
import java.util.List;
import java.util.Optional;

/** One row for each turn of the conversations. */
final class TurnTable {
    private static final int MOST_ROWS = 20;

    private TurnTable() {}

    /** Returns the table, or nothing where nobody spoke twice. */
    static String of(RunResult result) {
        List<TurnResult> turns = result.turns();
        if (turns.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable()
                .row(
                        "TURNS",
                        "requests",
                        "failed",
                        "input p50",
                        "cached p50",
                        "ttft p50 ms",
                        "p99",
                        "tpot p50 ms",
                        "decode p50 tokens/s");
        for (TurnResult turn : turns.subList(0, Math.min(MOST_ROWS, turns.size()))) {
            table.row(
                    "  " + turn.turn(),
                    Figures.count(
                            summary(turn, Metric.TTFT).map(MetricSummary::count).orElse(0L)),
                    Figures.count(turn.failed()),
                    percentile(turn, Metric.INPUT_TOKENS, "p50"),
                    percentile(turn, Metric.CACHED_TOKENS, "p50"),
                    percentile(turn, Metric.TTFT, "p50"),
                    percentile(turn, Metric.TTFT, "p99"),
                    percentile(turn, Metric.TPOT, "p50"),
                    percentile(turn, Metric.DECODE_RATE, "p50"));
        }
        String more = turns.size() > MOST_ROWS
                ? "  ... and " + (turns.size() - MOST_ROWS) + " more, which are in run.json\n"
                : "";
        return "\n" + table + more;
    }

    private static String percentile(TurnResult turn, Metric metric, String name) {
        return summary(turn, metric)
                .map(summary -> Figures.percentile(summary, Percentile.named(name)))
                .orElse("-");
    }

    private static Optional<MetricSummary> summary(TurnResult turn, Metric metric) {
        return Optional.ofNullable(turn.metrics().get(metric.label()));
    }
}
