package io.tokenpace.bench.workload.trace;

import java.util.List;

/**
 * One request as the trace records it.
 *
 * @param line the number of its line, from 1
 * @param atNanos when it came, from a moment of the trace's own choice
 * @param promptTokens the prompt's tokens; 0 where the request failed
 * @param answerTokens the answer's tokens; 0 where the request failed
 */
record Arrival(long line, long atNanos, int promptTokens, int answerTokens, List<Long> prefixBlocks) {
    /** The longest prompt that can be meant: beyond it, a column holds something else. */
    static final int MOST_TOKENS = 10_000_000;

    /** Returns whether the traced service gave no answer, which nobody can ask another service to repeat. */
    boolean failed() {
        return promptTokens == 0 || answerTokens == 0;
    }
}
