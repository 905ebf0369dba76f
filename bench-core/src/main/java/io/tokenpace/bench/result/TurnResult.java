package io.tokenpace.bench.result;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of one turn of all conversations.
 *
 * @param turn its number, from 1
 * @param failed how many failed there, each of which ended its conversation
 */
public record TurnResult(int turn, long failed, Map<String, MetricSummary> metrics) {
    public TurnResult {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }
}
