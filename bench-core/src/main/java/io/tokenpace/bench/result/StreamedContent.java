package io.tokenpace.bench.result;

/**
 * How much content of one sort was streamed, and how much of it came with its first arrival.
 *
 * @param events events with content
 * @param chars their characters, in UTF-16 units
 * @param firstEvents those of the first arrival
 * @param firstChars the characters of the first arrival
 */
public record StreamedContent(int events, int chars, int firstEvents, int firstChars) {}
