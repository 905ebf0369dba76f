package io.tokenpace.bench.workload;

import java.util.OptionalInt;

/**
 * One combination of listed sizes: a case whose figures are kept apart.
 *
 * @param promptTokens the prompts' size; empty where it is not listed but drawn, or comes with the data
 * @param maxTokens the answers' size, likewise
 */
public record Cell(OptionalInt promptTokens, OptionalInt maxTokens) {
    /** The case that holds requests of all sizes. */
    public static final Cell OPEN = new Cell(OptionalInt.empty(), OptionalInt.empty());
}
