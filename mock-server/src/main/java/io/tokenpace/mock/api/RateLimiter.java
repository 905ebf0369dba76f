package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RateLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Admits requests as long as there is something in each of three token buckets: requests, input tokens, output tokens.
 * What is not limited has no bucket, and no header speaks of it.
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

    private final Optional<TokenBucket> requests;
    private final Optional<TokenBucket> input;
    private final Optional<TokenBucket> output;
    private final LongSupplier nanos;
    private final InstantSource wall;

    /** What a request needs of one bucket. */
    private record Need(TokenBucket bucket, long tokens, String unit) {
        static Stream<Need> of(Optional<TokenBucket> bucket, long tokens, String unit) {
            return bucket.stream().map(limited -> new Need(limited, tokens, unit));
        }

        long waitNanos(long nowNanos) {
            return bucket.waitNanos(tokens, nowNanos);
        }

        boolean isPossible() {
            return tokens <= bucket.limit();
        }
    }

    RateLimiter(RateLimits limits, LongSupplier nanos, InstantSource wall) {
        long nowNanos = nanos.getAsLong();
        requests = bucket(limits.requests(), nowNanos);
        input = bucket(limits.inputTokens(), nowNanos);
        output = bucket(limits.outputTokens(), nowNanos);
        this.nanos = nanos;
        this.wall = wall;
    }

    private static Optional<TokenBucket> bucket(OptionalInt limit, long nowNanos) {
        return limit.isPresent() ? Optional.of(new TokenBucket(limit.getAsInt(), nowNanos)) : Optional.empty();
    }

    /**
     * Admits a request, and returns the headers that tell what is left.
     *
     * @throws RefusedException if a limit is reached
     */
    synchronized Map<String, String> admit(String model, int inputTokens) throws RefusedException {
        long nowNanos = nanos.getAsLong();
        Optional<Need> longest = Stream.of(
                        Need.of(requests, 1, "requests"),
                        Need.of(input, inputTokens, "input tokens"),
                        Need.of(output, 1, "output tokens"))
                .flatMap(need -> need)
                .filter(need -> need.waitNanos(nowNanos) > 0)
                .max(Comparator.comparing((Need need) -> !need.isPossible())
                        .thenComparingLong(need -> need.waitNanos(nowNanos)));
        if (longest.isPresent()) {
            throw new RefusedException(refusal(longest.orElseThrow(), model, nowNanos));
        }
        requests.ifPresent(bucket -> bucket.take(1, nowNanos));
        input.ifPresent(bucket -> bucket.take(inputTokens, nowNanos));
        return headers(nowNanos);
    }

    /** Takes tokens that were written. */
    synchronized void produced(int tokens) {
        output.ifPresent(bucket -> bucket.take(tokens, nanos.getAsLong()));
    }

    private Refusal refusal(Need need, String model, long nowNanos) {
        Map<String, String> headers = headers(nowNanos);
        if (need.isPossible()) {
            long seconds = (need.waitNanos(nowNanos) + SECOND_NANOS - 1) / SECOND_NANOS;
            headers.put("retry-after", Long.toString(seconds));
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
        requests.ifPresent(bucket -> put(
                headers,
                "requests",
                bucket.limit(),
                Math.max(0, bucket.tokens(nowNanos)),
                reset(bucket, nowNanos, now)));
        input.ifPresent(bucket -> putTokens(headers, "input-tokens", List.of(bucket), nowNanos, now));
        output.ifPresent(bucket -> putTokens(headers, "output-tokens", List.of(bucket), nowNanos, now));
        List<TokenBucket> both =
                Stream.of(input, output).flatMap(Optional::stream).toList();
        if (!both.isEmpty()) {
            putTokens(headers, "tokens", both, nowNanos, now);
        }
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

    /** Tells the sum of some buckets, and when the last of them is full. */
    private static void putTokens(
            Map<String, String> headers, String what, List<TokenBucket> buckets, long nowNanos, Instant now) {
        TokenBucket last = Collections.max(buckets, Comparator.comparingLong(bucket -> bucket.fullNanos(nowNanos)));
        put(
                headers,
                what,
                buckets.stream().mapToLong(TokenBucket::limit).sum(),
                buckets.stream().mapToLong(bucket -> shown(bucket, nowNanos)).sum(),
                reset(last, nowNanos, now));
    }

    private static void put(Map<String, String> headers, String what, long limit, long remaining, Instant reset) {
        headers.put(PREFIX + what + "-limit", Long.toString(limit));
        headers.put(PREFIX + what + "-remaining", Long.toString(remaining));
        headers.put(PREFIX + what + "-reset", reset.toString());
    }
}
