package io.tokenpace.bench.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The figures of one combination of sizes. */
public record CellResult(int promptTokens, int maxTokens, Map<String, MetricSummary> metrics) {
    public CellResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
