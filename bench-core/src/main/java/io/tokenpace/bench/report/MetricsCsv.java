package io.tokenpace.bench.report;

import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.TurnResult;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * {@code metrics.csv}: one line a metric of the run, then of each cell, then of each turn. The percentiles come twice: of
 * what succeeded, and with every failure counted as the worst there is.
 */
public final class MetricsCsv implements ReportFormat {
    private static final List<String> PERCENTILES =
            Percentile.ALL.stream().map(Percentile::name).toList();
    private static final String HEADER = "scope,prompt_tokens,max_tokens,turn,metric,unit,count,mean,stddev,min,max,"
            + String.join(",", PERCENTILES) + ","
            + PERCENTILES.stream().map(name -> name + "_with_failures").collect(Collectors.joining(","))
            + "\n";

    @Override
    public String render(RunResult result) {
        StringBuilder text = new StringBuilder(HEADER);
        OptionalInt none = OptionalInt.empty();
        append(text, new Scope("run", none, none, none), result.metrics());
        for (CellResult cell : result.cells()) {
            append(text, new Scope("cell", cell.promptTokens(), cell.maxTokens(), none), cell.metrics());
        }
        for (TurnResult turn : result.turns()) {
            append(text, new Scope("turn", none, none, OptionalInt.of(turn.turn())), turn.metrics());
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Scope scope, Map<String, MetricSummary> metrics) {
        CsvLine line = new CsvLine();
        metrics.forEach((metric, summary) -> {
            scope.begin(line);
            line.text(metric).text(summary.unit()).number(summary.count());
            line.number(summary.mean())
                    .number(summary.stddev())
                    .number(summary.min())
                    .number(summary.max());
            PERCENTILES.forEach(name -> line.number(summary.percentile(name)));
            PERCENTILES.forEach(name -> line.number(summary.withFailures().getOrDefault(name, OptionalDouble.empty())));
            text.append(line.end());
        });
    }

    /** What a line is about. */
    private record Scope(String name, OptionalInt promptTokens, OptionalInt maxTokens, OptionalInt turn) {
        void begin(CsvLine line) {
            line.text(name);
            number(line, promptTokens);
            number(line, maxTokens);
            number(line, turn);
        }

        private static void number(CsvLine line, OptionalInt value) {
            if (value.isPresent()) {
                line.number(value.getAsInt());
            } else {
                line.blank();
            }
        }
    }
}
