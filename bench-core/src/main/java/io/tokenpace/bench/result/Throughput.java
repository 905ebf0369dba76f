package io.tokenpace.bench.result;

import java.util.OptionalDouble;

/** Rates inside the window; empty where the window has no length. */
public record Throughput(
        OptionalDouble requestsPerS,
        OptionalDouble outputTokensPerS,
        OptionalDouble inputTokensPerS,
        OptionalDouble goodputPerS) {
    public static final Throughput NONE = new Throughput(
            OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
}
