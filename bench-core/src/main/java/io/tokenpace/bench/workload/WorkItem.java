package io.tokenpace.bench.workload;

import io.tokenpace.bench.wire.Ask;

/**
 * One request to be sent.
 *
 * @param promptTokens the prompt's size as it was asked for; the service's own count may differ
 * @param ask what is asked of the service
 */
public record WorkItem(int promptTokens, Ask ask) {
    /** Returns the cell of the grid that the item belongs to. */
    public Cell cell() {
        return new Cell(promptTokens, ask.maxTokens());
    }
}
