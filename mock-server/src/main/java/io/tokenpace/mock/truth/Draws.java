package io.tokenpace.mock.truth;

/**
 * What the service model drew for one request.
 *
 * @param tokenNanos the mean time from one token to the next, with a fraction
 * @param answerTokens tokens of the answer
 */
public record Draws(long networkNanos, long queueNanos, long prefillNanos, double tokenNanos, int answerTokens) {}
