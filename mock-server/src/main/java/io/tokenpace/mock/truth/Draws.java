package io.tokenpace.mock.truth;

/**
 * What the service model drew for one request.
 *
 * @param tokenNanos the time from one token to the next, with a fraction
 */
public record Draws(long networkNanos, long queueNanos, long prefillNanos, double tokenNanos) {}
