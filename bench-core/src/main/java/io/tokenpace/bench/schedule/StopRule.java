package io.tokenpace.bench.schedule;

import java.util.Locale;
import java.util.Optional;

/**
 * Ends a run before its extent does, for what has been seen so far. Nothing more is started then; what is in flight has
 * the run's grace.
 */
@FunctionalInterface
public interface StopRule {
    /** Returns the rule and the number that has reached its bound; nothing while the run may go on. */
    Optional<String> reached(Progress progress);

    /** Returns the rule that never ends a run. */
    static StopRule never() {
        return progress -> Optional.empty();
    }

    /** Returns the rule that ends a run once its requests have used so many tokens, prompts and answers together. */
    static StopRule tokens(long most) {
        if (most <= 0) {
            throw new IllegalArgumentException("max-total-tokens (" + most + ") must be positive");
        }
        return progress -> progress.tokens() < most
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "--max-total-tokens (%d) was reached: %d tokens in %d requests, warm-up included, after %.1f s",
                        most,
                        progress.tokens(),
                        progress.requests(),
                        progress.elapsedNanos() / Rates.NANOS_PER_SECOND));
    }
}
