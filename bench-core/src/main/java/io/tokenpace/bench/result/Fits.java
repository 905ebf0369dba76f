package io.tokenpace.bench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Lines through the data.
 *
 * @param prefillMsPer1k what 1,000 more uncached prompt tokens cost; empty where all prompts had one size
 */
public record Fits(@JsonProperty("prefill_ms_per_1k") Optional<Fit> prefillMsPer1k) {
    public static final Fits NONE = new Fits(Optional.empty());

    /**
     * A fitted coefficient.
     *
     * @param ci95 the lower and the upper end of its 95 % interval
     */
    public record Fit(double value, List<Double> ci95) {
        public Fit {
            ci95 = List.copyOf(ci95);
        }
    }
}
