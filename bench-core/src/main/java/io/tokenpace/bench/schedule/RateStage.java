package io.tokenpace.bench.schedule;

import java.time.Duration;

/**
 * A rate that holds for a time.
 *
 * @param perSecond requests a second; 0 is a pause
 */
public record RateStage(double perSecond, Duration duration) {
    public RateStage {
        if (perSecond != 0) {
            Rates.positive(perSecond);
        }
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("stage duration (" + duration.toMillis() + "ms) must be positive");
        }
    }

    /** Returns how many requests the stage makes one expect. */
    double requests() {
        return perSecond * duration.toNanos() / Rates.NANOS_PER_SECOND;
    }
}
