package io.tokenpace.bench.workload;

import io.tokenpace.bench.wire.Ask;
import java.util.Optional;

/**
 * One request to be sent, with what its user does once the answer is there.
 *
 * @param cell the number of its cell among those of the workload, from 0
 * @param turn its number within its conversation, from 1; 0 where it is part of none
 * @param promptTokens the prompt's size as it was asked for; the service's own count may differ; or {@link #UNKNOWN_SIZE}
 * @param ask what is asked of the service
 * @param thinkNanos how long the user then thinks before the next request
 * @param followUp what the user says then; nothing where the conversation is over
 */
public record WorkItem(int cell, int turn, int promptTokens, Ask ask, long thinkNanos, Optional<FollowUp> followUp) {
    /** Stands for the size of a prompt that nobody asked for by size. */
    public static final int UNKNOWN_SIZE = 0;

    /** A request that stands alone. */
    public WorkItem(int cell, int promptTokens, Ask ask) {
        this(cell, 0, promptTokens, ask, 0, Optional.empty());
    }

    /** A request that stands alone, of a workload that has only one cell. */
    public WorkItem(int promptTokens, Ask ask) {
        this(0, promptTokens, ask);
    }

    /** Returns its sizes, that of the prompt estimated where nobody asked for one. */
    ItemSizes sizes() {
        int tokens = promptTokens == UNKNOWN_SIZE ? Estimate.tokens(ask) : promptTokens;
        return new ItemSizes(cell, tokens, ask.maxTokens());
    }
}
