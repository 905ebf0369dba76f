package io.tokenpace.bench.report;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prefill and decode apart, then the whole: every tail printed on the side where it hurts. */
final class PhaseTable {
    private static final List<String> HIGH_TAIL = List.of("p50", "p90", "p99", "p99.9");
    private static final List<String> LOW_TAIL = List.of("p50", "p10", "p5", "p1");

    private static final List<Metric> PREFILL = List.of(Metric.TTFT, Metric.TTFT_SERVICE);
    private static final List<Metric> PACE = List.of(Metric.DECODE_RATE);
    private static final List<Metric> GAPS = List.of(Metric.TPOT, Metric.ITL, Metric.STALL);
    private static final List<Metric> WHOLE = List.of(Metric.E2E, Metric.SEND_LAG);

    private final Map<String, MetricSummary> metrics;
    private final TextTable table = new TextTable();

    private PhaseTable(Map<String, MetricSummary> metrics) {
        this.metrics = metrics;
    }

    static String of(RunResult result) {
        PhaseTable phases = new PhaseTable(result.metrics());
        // A percentile over prompts of 100 and of 10,000 tokens means little; say so.
        String label = result.cells().size() > 1 ? " (all sizes mixed)" : "";
        phases.add("PREFILL, ms" + label, HIGH_TAIL, "max", PREFILL);
        phases.add("DECODE, tokens/s" + label, LOW_TAIL, "min", PACE);
        phases.add("DECODE, ms" + label, HIGH_TAIL, "max", GAPS);
        phases.add("WHOLE, ms" + label, HIGH_TAIL, "max", WHOLE);
        return phases.table.toString();
    }

    private void add(String title, List<String> percentiles, String extreme, List<Metric> rows) {
        if (rows.stream().noneMatch(metric -> metrics.containsKey(metric.label()))) {
            return;
        }
        List<String> header = new ArrayList<>(List.of(title));
        header.addAll(percentiles);
        header.add(extreme);
        table.gap().row(header);
        for (Metric metric : rows) {
            if (metrics.containsKey(metric.label())) {
                table.row(row(metric, metrics.get(metric.label()), percentiles, extreme));
            }
        }
    }

    private static List<String> row(Metric metric, MetricSummary summary, List<String> percentiles, String extreme) {
        List<String> fields = new ArrayList<>(List.of("  " + metric.label()));
        for (String name : percentiles) {
            fields.add(Figures.percentile(summary, Percentile.named(name)));
        }
        fields.add(Figures.of(extreme.equals("min") ? summary.min() : summary.max()));
        return fields;
    }
}
