package io.tokenpace.bench.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole of {@code run.json}. Metric names are those of {@link Metric}; times are in milliseconds. */
public record RunResult(
        String schema,
        String id,
        String state,
        Verdict verdict,
        Manifest manifest,
        Totals totals,
        Map<String, MetricSummary> metrics,
        Throughput throughput,
        Spent spent,
        Fits fits,
        List<CellResult> cells,
        List<TurnResult> turns,
        List<SloResult> slos,
        List<ErrorGroup> errors,
        Optional<RetryCount> retries,
        Map<String, Long> stopReasons,
        ClientHealth client) {
    /** The version of this form; a renamed or removed key raises it. */
    public static final String SCHEMA = "tokenpace.run/1";

    public RunResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
        cells = List.copyOf(cells);
        turns = List.copyOf(turns);
        slos = List.copyOf(slos);
        errors = List.copyOf(errors);
        stopReasons = Collections.unmodifiableMap(new LinkedHashMap<>(stopReasons));
    }
}
