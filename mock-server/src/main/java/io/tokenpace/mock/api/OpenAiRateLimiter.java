package io.tokenpace.mock.api;

import io.tokenpace.mock.model.RateLimits;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Admits requests as long as there is something in each of two token buckets: requests, and tokens of prompts and
 * completions together, for this API knows no other. What is not limited has no bucket, and no header speaks of it.
 *
 * <p>A request takes one request and its whole prompt, cached or not, when it is admitted; tokens of completions are
 * taken as they are written, so answers under way may run into a debt. A refusal takes nothing, and names the time until
 * the request would be admitted if no other came first. A prompt beyond a whole minute's allowance would never be
 * admitted, so its refusal names no time.
 *
 * <p>Safe for use by several threads.
 */
final class OpenAiRateLimiter {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final String PREFIX = "x-ratelimit-";

    private final Optional<TokenBucket> requests;
    private final Optional<TokenBucket> tokens;
    private final LongSupplier nanos;

    /** What a request needs of one bucket, of which a refusal speaks by these names. */
    private record Need(TokenBucket bucket, long amount, String type, String initials) {
        long waitNanos(long nowNanos) {
            return bucket.waitNanos(amount, nowNanos);
        }

        boolean isPossible() {
            return amount <= bucket.limit();
        }
    }

    /** Limits requests, and tokens to the sum of those limits on input and output that are given. */
    OpenAiRateLimiter(RateLimits limits, LongSupplier nanos) {
        this.nanos = nanos;
        long nowNanos = nanos.getAsLong();
        requests = limits.requests().stream()
                .mapToObj(limit -> new TokenBucket(limit, nowNanos))
                .findAny();
        tokens = IntStream.concat(limits.inputTokens().stream(), limits.outputTokens().stream())
                .boxed()
                .reduce(Integer::sum)
                .map(limit -> new TokenBucket(limit, nowNanos));
    }

    /**
     * Admits a request, and returns the headers that tell what is left.
     *
     * @throws OpenAiRefusedException if a limit is reached
     */
    synchronized Map<String, String> admit(String model, int promptTokens) throws OpenAiRefusedException {
        long nowNanos = nanos.getAsLong();
        Optional<Need> longest = Stream.concat(
                        requests.map(bucket -> new Need(bucket, 1, "requests", "RPM")).stream(),
                        tokens.map(bucket -> new Need(bucket, Math.max(1, promptTokens), "tokens", "TPM")).stream())
                .filter(need -> need.waitNanos(nowNanos) > 0)
                .max(Comparator.comparing((Need need) -> !need.isPossible())
                        .thenComparingLong(need -> need.waitNanos(nowNanos)));
        if (longest.isPresent()) {
            throw new OpenAiRefusedException(refusal(longest.orElseThrow(), model, nowNanos));
        }
        requests.ifPresent(bucket -> bucket.take(1, nowNanos));
        tokens.ifPresent(bucket -> bucket.take(promptTokens, nowNanos));
        return headers(nowNanos);
    }

    /** Takes tokens that were written. */
    synchronized void produced(int written) {
        tokens.ifPresent(bucket -> bucket.take(written, nanos.getAsLong()));
    }

    private OpenAiRefusal refusal(Need need, String model, long nowNanos) {
        Map<String, String> headers = headers(nowNanos);
        String where = " for " + model + " in organization " + Organization.ID + " on " + need.type() + " per min ("
                + need.initials() + "): Limit " + need.bucket().limit();
        String requested = ", Requested " + need.amount() + ". ";
        if (!need.isPossible()) {
            String message = "Request too large" + where + requested
                    + "The input or output tokens must be reduced in order to run successfully.";
            return OpenAiRefusal.limited(need.type(), message, headers);
        }
        long waitNanos = need.waitNanos(nowNanos);
        headers.put("retry-after", Long.toString((waitNanos + SECOND_NANOS - 1) / SECOND_NANOS));
        headers.put("retry-after-ms", Long.toString(GoDuration.millis(waitNanos)));
        long used = need.bucket().limit() - need.bucket().tokens(nowNanos);
        String message = "Rate limit reached" + where + ", Used " + used + requested + "Please try again in "
                + GoDuration.of(waitNanos) + ".";
        return OpenAiRefusal.limited(need.type(), message, headers);
    }

    private Map<String, String> headers(long nowNanos) {
        Map<String, String> headers = new LinkedHashMap<>();
        requests.ifPresent(bucket -> put(headers, "requests", bucket, nowNanos));
        tokens.ifPresent(bucket -> put(headers, "tokens", bucket, nowNanos));
        return headers;
    }

    private static void put(Map<String, String> headers, String what, TokenBucket bucket, long nowNanos) {
        headers.put(PREFIX + "limit-" + what, Long.toString(bucket.limit()));
        headers.put(PREFIX + "remaining-" + what, Long.toString(Math.max(0, bucket.tokens(nowNanos))));
        headers.put(PREFIX + "reset-" + what, GoDuration.of(bucket.fullNanos(nowNanos)));
    }
}
