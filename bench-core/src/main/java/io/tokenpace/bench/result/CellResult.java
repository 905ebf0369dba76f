package io.tokenpace.bench.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The figures of one combination of listed sizes.
 *
 * @param promptTokens the prompts' size; empty where it was not listed
 * @param maxTokens the answers' size, likewise
 */
public record CellResult(OptionalInt promptTokens, OptionalInt maxTokens, Map<String, MetricSummary> metrics) {
    public CellResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
