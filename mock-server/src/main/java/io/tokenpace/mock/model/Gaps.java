package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;

/** How long after the first token of an answer each other one is due. */
@FunctionalInterface
interface Gaps {
    /** Returns the time that the first {@code count} gaps take together. */
    long nanos(int count);

    /** Gaps that are all alike: the sum is one product, rounded once, so that errors cannot add up. */
    static Gaps steady(double tokenNanos) {
        return count -> Math.round(count * tokenNanos);
    }

    /** Gaps that are each stretched by a factor of their own; {@code count} is how many there are. */
    static Gaps jittered(double tokenNanos, Distribution jitter, long key, int count) {
        return new Jittered(tokenNanos, jitter, DrawStream.of(key, Purpose.JITTER), count);
    }

    /** Draws as far as it is asked, and remembers the running sum at every token. */
    final class Jittered implements Gaps {
        private final double tokenNanos;
        private final Distribution jitter;
        private final DrawStream draws;
        private final long[] sums;
        private double sum;
        private int known;

        private Jittered(double tokenNanos, Distribution jitter, DrawStream draws, int count) {
            this.tokenNanos = tokenNanos;
            this.jitter = jitter;
            this.draws = draws;
            this.sums = new long[count + 1];
        }

        @Override
        public long nanos(int count) {
            while (known < count) {
                sum += tokenNanos * jitter.quantile(draws.uniform(known));
                known++;
                sums[known] = Math.round(sum);
            }
            return sums[count];
        }
    }
}
