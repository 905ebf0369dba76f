package io.tokenpace.bench.run;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.workload.WorkItem;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most tokens that a service may count for a prompt. Any thread may ask and teach it.
 *
 * <p>A prompt of a size asked for is taken as that size times a ratio, and an overhead besides. At first they are 1.5 and
 * 64, or 1.1 and 16 once prompts are sized by the service's own count; then the largest ratio that a prompt of at least 64 tokens has shown, and the largest excess of a smaller one,
 * neither below what follows from 1 and 16, with 2 % more, as the next may come out larger than all before.
 *
 * <p>A prompt that nobody asked for by size is taken as a token for each byte sent: no tokenizer makes more of a text, and
 * the envelope stands for what a service adds. What one text has shown says nothing about the next.
 */
final class PromptBound {
    private static final double FIRST_RATIO = 1.5;
    private static final double CALIBRATED_RATIO = 1.1;
    private static final double MARGIN = 1.02;
    private static final int FIRST_OVERHEAD = 64;
    private static final int LEAST_OVERHEAD = 16;
    private static final int LARGE = 64;
    private static final long MILLION = 1_000_000;
    private static final long UNKNOWN = 0;

    private final AtomicLong ratioMillionths = new AtomicLong(UNKNOWN);
    private final AtomicLong overhead = new AtomicLong(UNKNOWN);
    private volatile boolean isCalibrated;

    /** Returns the most that a prompt of a size asked for may count, as long as nothing is known. */
    static long ofUnseen(int asked) {
        return (long) Math.ceil(asked * FIRST_RATIO * MARGIN) + FIRST_OVERHEAD;
    }

    /** Returns the most that the prompt of a request may count. */
    long of(PreparedRequest request) {
        int asked = request.promptTokens();
        return asked == WorkItem.UNKNOWN_SIZE
                ? request.bytes().length
                : (long) Math.ceil(asked * ratio() * MARGIN) + overhead();
    }

    private double ratio() {
        long known = ratioMillionths.get();
        if (known != UNKNOWN) {
            return (double) known / MILLION;
        }
        return isCalibrated ? CALIBRATED_RATIO : FIRST_RATIO;
    }

    private long overhead() {
        long known = overhead.get();
        if (known != UNKNOWN) {
            return known;
        }
        return isCalibrated ? LEAST_OVERHEAD : FIRST_OVERHEAD;
    }

    /** Learns that prompts are sized by the service's own count from now on. */
    void calibrated() {
        isCalibrated = true;
    }

    /** Learns what the service has counted. */
    void learn(PreparedRequest request, Usage usage) {
        int asked = request.promptTokens();
        if (asked == WorkItem.UNKNOWN_SIZE || !usage.hasInput()) {
            return;
        }
        long got = usage.totalInputTokens();
        if (asked >= LARGE) {
            raise(ratioMillionths, Math.max(MILLION, (got * MILLION + asked - 1) / asked));
        } else {
            raise(overhead, Math.max(LEAST_OVERHEAD, got - asked));
        }
    }

    private static void raise(AtomicLong largest, long value) {
        if (value > largest.get()) {
            largest.accumulateAndGet(value, Math::max);
        }
    }
}
