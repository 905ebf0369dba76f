package io.tokenpace.mock.truth;

import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;

/**
 * What a service of this kind counts about its work, in the terms of vLLM.
 *
 * <p>Every loop records into the same adders, which neither lock nor allocate; any thread may read them.
 */
public final class ServiceMetrics {
    /** vLLM's own, in its seconds. */
    private static final double[] FIRST_TOKEN_SECONDS = {
        0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640, 2560
    };

    private static final double[] GAP_SECONDS = {
        0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80
    };
    private static final double[] REQUEST_SECONDS = {
        0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680
    };
    /** 1, 2 and 5 times each power of ten, as vLLM has them, up to a context of a million tokens. */
    private static final long MOST_TOKENS = 1_000_000;

    private static final double NANOS_PER_SECOND = 1e9;

    final LongAdder promptTokens = new LongAdder();
    final LongAdder cachedTokens = new LongAdder();
    final LongAdder generatedTokens = new LongAdder();
    final LongAdder stopped = new LongAdder();
    final LongAdder atCeiling = new LongAdder();
    final LongAdder aborted = new LongAdder();
    final BucketCounts firstTokenNanos = times(FIRST_TOKEN_SECONDS);
    final BucketCounts gapNanos = times(GAP_SECONDS);
    final BucketCounts requestNanos = times(REQUEST_SECONDS);
    final BucketCounts queueNanos = times(REQUEST_SECONDS);
    final BucketCounts prefillNanos = times(REQUEST_SECONDS);
    final BucketCounts decodeNanos = times(REQUEST_SECONDS);
    final BucketCounts requestPromptTokens = tokens();
    final BucketCounts requestGeneratedTokens = tokens();

    /** Returns the meter of one more answer, to a request that was read in full at {@code receivedNanos}. */
    public AnswerMeter newAnswer(Account account, long receivedNanos) {
        return new AnswerMeter(this, account, receivedNanos);
    }

    private static BucketCounts times(double... seconds) {
        long[] nanos = new long[seconds.length];
        for (int bucket = 0; bucket < nanos.length; bucket++) {
            nanos[bucket] = Math.round(seconds[bucket] * NANOS_PER_SECOND);
        }
        return new BucketCounts(nanos);
    }

    private static BucketCounts tokens() {
        return new BucketCounts(LongStream.iterate(1, power -> power <= MOST_TOKENS, power -> power * 10)
                .flatMap(power -> LongStream.of(power, 2 * power, 5 * power))
                .filter(tokens -> tokens <= MOST_TOKENS)
                .toArray());
    }
}
