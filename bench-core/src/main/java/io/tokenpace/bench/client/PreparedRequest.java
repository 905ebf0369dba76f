package io.tokenpace.bench.client;

/**
 * A request made ready ahead of time: all that is left to do is to hand its bytes to a socket.
 *
 * @param index its number within its phase, from 0; all turns of a conversation have that of the first
 * @param warmup whether it belongs to the warm-up, and so to no figure
 * @param cell the number of its cell among those of the workload, from 0
 * @param turn its number within its conversation, from 1; 0 where it is part of none
 * @param promptTokens the prompt's size as it was asked for
 * @param maxTokens the most tokens its answer may have
 * @param dueOffsetNanos when it is due, from the start of the load; 0 where an answer before it decides
 * @param bytes the HTTP request, head and body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record PreparedRequest(
        long index,
        boolean warmup,
        int cell,
        int turn,
        int promptTokens,
        int maxTokens,
        long dueOffsetNanos,
        byte[] bytes) {
    /** A request that is part of no conversation. */
    public PreparedRequest(
            long index, boolean warmup, int cell, int promptTokens, int maxTokens, long dueOffsetNanos, byte[] bytes) {
        this(index, warmup, cell, 0, promptTokens, maxTokens, dueOffsetNanos, bytes);
    }
}
