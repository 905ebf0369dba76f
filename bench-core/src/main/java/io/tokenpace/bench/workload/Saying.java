package io.tokenpace.bench.workload;

import io.tokenpace.bench.wire.Turn;

/**
 * What a user says in one turn of a conversation, without what was said before.
 *
 * @param tokens its size, or {@link WorkItem#UNKNOWN_SIZE}
 * @param turn its words
 * @param maxTokens the most tokens the answer to it may have
 */
public record Saying(int tokens, Turn turn, int maxTokens) {}
