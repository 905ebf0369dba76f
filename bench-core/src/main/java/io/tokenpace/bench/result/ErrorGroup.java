package io.tokenpace.bench.result;

/**
 * Failures of one kind and status.
 *
 * @param example the words of the first of them
 */
public record ErrorGroup(String kind, int status, long count, String example) {}
