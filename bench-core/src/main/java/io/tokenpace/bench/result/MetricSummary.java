package io.tokenpace.bench.result;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One metric's distribution.
 *
 * @param unit of every figure here
 * @param count of values
 * @param percentiles by name, as in {@code p99.9}; empty where there are too few values
 * @param withFailures the same percentiles with every failure counted as the worst there is; infinite where a failure
 *     stands
 */
public record MetricSummary(
        String unit,
        long count,
        OptionalDouble mean,
        OptionalDouble stddev,
        OptionalDouble min,
        OptionalDouble max,
        @JsonAnyGetter @JsonAnySetter Map<String, OptionalDouble> percentiles,
        Map<String, OptionalDouble> withFailures) {
    public MetricSummary {
        percentiles = Collections.unmodifiableMap(new LinkedHashMap<>(percentiles));
        withFailures = Collections.unmodifiableMap(new LinkedHashMap<>(withFailures));
    }

    /** Returns a percentile by its name, or nothing where there are too few values. */
    public OptionalDouble percentile(String name) {
        return Optional.ofNullable(percentiles.get(name)).orElseGet(OptionalDouble::empty);
    }
}
