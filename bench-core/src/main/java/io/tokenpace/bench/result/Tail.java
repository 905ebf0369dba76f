package io.tokenpace.bench.result;

/** The upper end of a distribution of times, in milliseconds. */
public record Tail(double p50, double p90, double p99, double max) {
    public static final Tail NONE = new Tail(0, 0, 0, 0);
}
