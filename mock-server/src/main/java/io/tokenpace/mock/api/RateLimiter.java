package io.tokenpace.mock.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Admits requests as long as there is something in each of three token buckets: requests, input tokens, output tokens.
 *
 * <p>A request takes one request and its uncached input tokens when it is admitted; output tokens are taken as they are
 * written, so {@code max_tokens} means nothing here, and answers under way may run into a debt. A refusal takes nothing.
 * Its {@code retry-after} is the time until the request would be admitted if no other came first, in whole seconds,
 * rounded up as HTTP has it. A prompt beyond a whole minute's allowance would never be admitted, so its refusal names no
 * time.
 *
 * <p>Safe for use by several threads.
 */
final class RateLimiter {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int SHOWN_TOKENS = 1_000;
    private static final String PREFIX = "anthropic-ratelimit-";

    private final TokenBucket requests;
    private final TokenBucket input;
    private final TokenBucket output;
    private final LongSupplier nanos;
    private final InstantSource wall;

    /** What a request needs of one bucket. */
    private record Need(TokenBucket bucket, long tokens, String unit) {
        long waitNanos(long nowNanos) {
            return bucket.waitNanos(tokens, nowNanos);
        }

        boolean isPossible() {
            return tokens <= bucket.limit();
        }
    }

    RateLimiter(RateLimits limits, LongSupplier nanos, InstantSource wall) {
        long nowNanos = nanos.getAsLong();
        requests = new TokenBucket(limits.requests(), nowNanos);
        input = new TokenBucket(limits.inputTokens(), nowNanos);
        output = new TokenBucket(limits.outputTokens(), nowNanos);
        this.nanos = nanos;
        this.wall = wall;
    }

    /**
     * Admits a request, and returns the headers that tell what is left.
     *
     * @throws RefusedException if a limit is reached
     */
    synchronized Map<String, String> admit(String model, int inputTokens) throws RefusedException {
        long nowNanos = nanos.getAsLong();
        Need longest = List.of(
                        new Need(requests, 1, "requests"),
                        new Need(input, inputTokens, "input tokens"),
                        new Need(output, 1, "output tokens"))
                .stream()
                .max(Comparator.comparing((Need need) -> !need.isPossible())
                        .thenComparingLong(need -> need.waitNanos(nowNanos)))
                .orElseThrow();
        long waitNanos = longest.waitNanos(nowNanos);
        if (waitNanos > 0) {
            throw new RefusedException(refusal(longest, waitNanos, model, nowNanos));
        }
        requests.take(1, nowNanos);
        input.take(inputTokens, nowNanos);
        return headers(nowNanos);
    }

    /** Takes tokens that were written. */
    synchronized void produced(int tokens) {
        output.take(tokens, nanos.getAsLong());
    }

    private Refusal refusal(Need need, long waitNanos, String model, long nowNanos) {
        Map<String, String> headers = headers(nowNanos);
        if (need.isPossible()) {
            headers.put("retry-after", Long.toString((waitNanos + SECOND_NANOS - 1) / SECOND_NANOS));
        }
        String message = String.format(
                Locale.ROOT,
                "This request would exceed your organization's rate limit of %,d %s per minute (org: %s, model: %s). "
                        + "For details, refer to: https://docs.claude.com/en/api/rate-limits",
                need.bucket().limit(),
                need.unit(),
                Organization.ID,
                model);
        return new Refusal(429, "rate_limit_error", message, headers);
    }

    private Map<String, String> headers(long nowNanos) {
        Map<String, String> headers = new LinkedHashMap<>();
        Instant now = wall.instant();
        long inputLeft = shown(input, nowNanos);
        long outputLeft = shown(output, nowNanos);
        put(
                headers,
                "requests",
                requests.limit(),
                Math.max(0, requests.tokens(nowNanos)),
                reset(requests, nowNanos, now));
        put(headers, "input-tokens", input.limit(), inputLeft, reset(input, nowNanos, now));
        put(headers, "output-tokens", output.limit(), outputLeft, reset(output, nowNanos, now));
        TokenBucket later = input.fullNanos(nowNanos) > output.fullNanos(nowNanos) ? input : output;
        put(headers, "tokens", input.limit() + output.limit(), inputLeft + outputLeft, reset(later, nowNanos, now));
        return headers;
    }

    /** Returns the tokens left to the nearest thousand, which is all that the real service tells. */
    private static long shown(TokenBucket bucket, long nowNanos) {
        long left = Math.max(0, bucket.tokens(nowNanos));
        return Math.min(bucket.limit(), (left + SHOWN_TOKENS / 2) / SHOWN_TOKENS * SHOWN_TOKENS);
    }

    /** Returns when the bucket is full, to the second and not too early. */
    private static Instant reset(TokenBucket bucket, long nowNanos, Instant now) {
        return now.plusNanos(bucket.fullNanos(nowNanos) + SECOND_NANOS - 1).truncatedTo(ChronoUnit.SECONDS);
    }

    private static void put(Map<String, String> headers, String what, long limit, long remaining, Instant reset) {
        headers.put(PREFIX + what + "-limit", Long.toString(limit));
        headers.put(PREFIX + what + "-remaining", Long.toString(remaining));
        headers.put(PREFIX + what + "-reset", reset.toString());
    }
}
