package io.tokenpace.bench.workload;

import io.tokenpace.bench.wire.Ask;

/**
 * One request to be sent.
 *
 * @param cell the number of its cell among those of the workload, from 0
 * @param promptTokens the prompt's size as it was asked for; the service's own count may differ; or {@link #UNKNOWN_SIZE}
 * @param ask what is asked of the service
 */
public record WorkItem(int cell, int promptTokens, Ask ask) {
    /** Stands for the size of a prompt that nobody asked for by size. */
    public static final int UNKNOWN_SIZE = 0;

    /** An item of a workload that has only one cell. */
    public WorkItem(int promptTokens, Ask ask) {
        this(0, promptTokens, ask);
    }

    ItemSizes sizes() {
        return new ItemSizes(cell, promptTokens, ask.maxTokens());
    }
}
