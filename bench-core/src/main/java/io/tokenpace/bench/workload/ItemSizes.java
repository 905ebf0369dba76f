package io.tokenpace.bench.workload;

/**
 * How large a request is, in tokens.
 *
 * @param cell the number of its cell among those of the workload, from 0
 * @param promptTokens the prompt's size as it is asked for, system text included, or estimated where nobody asked for one;
 *     the service's own count may differ
 * @param maxTokens the most tokens the answer may have
 */
public record ItemSizes(int cell, int promptTokens, int maxTokens) {}
