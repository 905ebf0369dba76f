package io.tokenpace.bench.result;

/**
 * What became of one objective.
 *
 * @param expression as it was given
 * @param value what was observed
 */
public record SloResult(String expression, double value, Status status) {
    /** Held, missed, or not to be decided from so few values. */
    public enum Status {
        HELD,
        MISSED,
        UNDECIDED
    }
}
