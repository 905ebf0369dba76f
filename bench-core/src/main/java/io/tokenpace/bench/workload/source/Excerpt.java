package io.tokenpace.bench.workload.source;

/**
 * What a file says about one thing: a line of it, or an element of its array.
 *
 * @param line the number of the line it begins in, from 1
 */
public record Excerpt(long line, String text) {}
