package io.tokenpace.bench.result;

/**
 * How much was sent again after it had failed.
 *
 * @param requests those that were sent more than once
 * @param attempts how often in all, the first time of each left out
 */
public record RetryCount(long requests, long attempts) {
    public static final RetryCount NONE = new RetryCount(0, 0);
}
