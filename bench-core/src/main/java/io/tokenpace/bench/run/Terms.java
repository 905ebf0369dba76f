package io.tokenpace.bench.run;

import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import java.time.Duration;
import java.util.Optional;

/**
 * What may end a run before its extent does, and what it is judged by.
 *
 * @param stopRule is held to every request that ends
 * @param bounds what may be used at most
 * @param saturatedTtft makes a saturated service end an open load: the time to the first token beyond which one that
 *     keeps rising shows it
 * @param ceiling whether throughput alone is measured, so that a client at its limit spoils nothing
 */
public record Terms(StopRule stopRule, Bounds bounds, Optional<Duration> saturatedTtft, boolean ceiling) {
    public Terms {
        saturatedTtft.ifPresent(bound -> {
            if (bound.isZero() || bound.isNegative()) {
                throw new IllegalArgumentException("saturated-ttft (" + bound.toMillis() + "ms) must be positive");
            }
        });
    }

    /** Refuses a load for which the terms make no sense. */
    public void requireFit(LoadShape load) {
        if (load instanceof LoadShape.Closed && saturatedTtft.isPresent()) {
            throw new IllegalArgumentException(
                    "--stop-when-saturated needs --rate, --stages or --trace: a closed loop waits for the service");
        }
    }

    /** Returns the usual terms: every rule is judged, and only one ends the run. */
    public static Terms of(StopRule stopRule) {
        return new Terms(stopRule, Bounds.NONE, Optional.empty(), false);
    }

    /** Returns the terms of a run that ends by itself only when its bounds are reached. */
    public static Terms within(Bounds bounds) {
        return new Terms(StopRule.never(), bounds, Optional.empty(), false);
    }
}
