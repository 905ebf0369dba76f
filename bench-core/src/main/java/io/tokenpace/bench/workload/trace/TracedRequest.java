package io.tokenpace.bench.workload.trace;

import java.util.List;

/**
 * One request of a trace as it is to be replayed.
 *
 * @param dueOffsetNanos when it is due, counted from the first request that is replayed
 * @param promptTokens the prompt's tokens, by the traced service's count
 * @param answerTokens the answer's tokens, by the traced service's count
 * @param prefixBlocks names of the prompt's blocks of {@value PrefixBlocks#TOKENS} tokens, the last of which the prompt may
 *     fill only in part; equal names stand for equal text. Empty where the trace tells nothing about it
 */
public record TracedRequest(long dueOffsetNanos, int promptTokens, int answerTokens, List<Long> prefixBlocks) {
    public TracedRequest {
        if (dueOffsetNanos < 0) {
            throw new IllegalArgumentException("dueOffsetNanos (" + dueOffsetNanos + ") must not be negative");
        }
        if (promptTokens <= 0 || answerTokens <= 0) {
            throw new IllegalArgumentException(
                    "promptTokens (" + promptTokens + ") and answerTokens (" + answerTokens + ") must be positive");
        }
        if (prefixBlocks.size() > PrefixBlocks.most(promptTokens)) {
            throw new IllegalArgumentException("prefixBlocks (" + prefixBlocks.size() + ") must be at most "
                    + PrefixBlocks.most(promptTokens) + " for " + promptTokens + " tokens");
        }
        prefixBlocks = List.copyOf(prefixBlocks);
    }
}
