package io.tokenpace.bench.schedule;

/**
 * How far a run has come, warm-up included.
 *
 * @param requests that have ended, well or not
 * @param failed those of them that failed
 * @param elapsedNanos since the run's start
 */
public record Progress(long requests, long failed, long elapsedNanos) {}
