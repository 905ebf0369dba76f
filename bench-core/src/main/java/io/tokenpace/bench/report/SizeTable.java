package io.tokenpace.bench.report;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What was asked for, and below it what came of it by the service's own count. */
final class SizeTable {
    private static final List<String> PERCENTILES = List.of("p1", "p10", "p50", "p90", "p99");

    private final Map<String, MetricSummary> metrics;
    private final TextTable table = new TextTable();

    private SizeTable(Map<String, MetricSummary> metrics) {
        this.metrics = metrics;
    }

    /** Returns the table, or nothing where no answer tells of its tokens. */
    static String of(RunResult result) {
        if (!result.metrics().containsKey(Metric.OUTPUT_TOKENS.label())) {
            return "";
        }
        SizeTable sizes = new SizeTable(result.metrics());
        List<String> header = new ArrayList<>(List.of("SIZES, tokens"));
        header.addAll(PERCENTILES);
        header.add("max");
        sizes.table.row(header);
        sizes.add("asked: prompt_tokens", Metric.PROMPT_TOKENS);
        sizes.add("got: input_tokens", Metric.INPUT_TOKENS);
        if (sizes.anyCached()) {
            sizes.add("of them cached_tokens", Metric.CACHED_TOKENS);
        }
        sizes.add("asked: max_tokens", Metric.MAX_TOKENS);
        sizes.add("got: output_tokens", Metric.OUTPUT_TOKENS);
        return "\n" + sizes.table;
    }

    private boolean anyCached() {
        MetricSummary cached = metrics.get(Metric.CACHED_TOKENS.label());
        return cached != null && cached.max().orElse(0) > 0;
    }

    private void add(String title, Metric metric) {
        MetricSummary summary = metrics.get(metric.label());
        if (summary == null) {
            return;
        }
        List<String> row = new ArrayList<>(List.of("  " + title));
        for (String name : PERCENTILES) {
            OptionalDouble value = summary.percentile(name);
            String doubt = Percentile.named(name).isFirmFrom(summary.count()) ? "" : "~";
            row.add(value.isPresent() ? doubt + whole(value) : "-");
        }
        row.add(whole(summary.max()));
        table.row(row);
    }

    private static String whole(OptionalDouble value) {
        return value.isPresent() ? Figures.count(Math.round(value.getAsDouble())) : "-";
    }
}
