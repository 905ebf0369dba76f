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

    /** Returns the rule that ends a run by whichever of the two is reached first. */
    default StopRule or(StopRule other) {
        return progress -> reached(progress).or(() -> other.reached(progress));
    }

    /** Returns the rule that never ends a run. */
    static StopRule never() {
        return progress -> Optional.empty();
    }

    /** Returns the rule that ends a run once so many of its requests have failed. */
    static StopRule errors(long most) {
        if (most <= 0) {
            throw new IllegalArgumentException("max-errors (" + most + ") must be positive");
        }
        return progress -> progress.failed() < most
                ? Optional.empty()
                : Optional.of(text(
                        progress,
                        "--max-errors (%d) was reached: %d of %d requests failed",
                        most,
                        progress.failed(),
                        progress.requests()));
    }

    /**
     * Returns the rule that ends a run once more than a share of its requests have failed.
     *
     * @param mostPercent the largest share that may go on; 100 never ends a run
     */
    static StopRule errorShare(double mostPercent) {
        return new ErrorShare(mostPercent);
    }

    /** Returns the rule that ends a run of which nothing has succeeded, while there is nothing in it to measure. */
    static StopRule nothingSucceeds() {
        return new NothingSucceeds();
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static String text(Progress progress, String format, Object... numbers) {
        return String.format(Locale.ROOT, format, numbers) + after(progress);
    }

    private static String after(Progress progress) {
        return String.format(
                Locale.ROOT, ", warm-up included, after %.1f s", progress.elapsedNanos() / Rates.NANOS_PER_SECOND);
    }

    /** A share of failures, judged once there are enough requests for a share to mean something. */
    record ErrorShare(double mostPercent) implements StopRule {
        private static final int FEWEST_REQUESTS = 20;
        private static final double PERCENT = 100;

        public ErrorShare {
            if (!(mostPercent >= 0 && mostPercent <= PERCENT)) {
                throw new IllegalArgumentException("max-errors (" + mostPercent + "%) must be from 0% to 100%");
            }
        }

        @Override
        public Optional<String> reached(Progress progress) {
            if (progress.requests() < FEWEST_REQUESTS
                    || progress.failed() * PERCENT <= mostPercent * progress.requests()) {
                return Optional.empty();
            }
            return Optional.of(text(
                    progress,
                    "--max-errors (%s%%) was exceeded: %d of %d requests failed",
                    mostPercent,
                    progress.failed(),
                    progress.requests()));
        }
    }

    /** The first requests, if all of them fail. */
    record NothingSucceeds() implements StopRule {
        private static final int REQUESTS = 100;

        @Override
        public Optional<String> reached(Progress progress) {
            boolean hopeless = progress.failed() >= REQUESTS && progress.failed() == progress.requests();
            return hopeless
                    ? Optional.of("the first " + progress.failed() + " requests had all failed" + after(progress)
                            + " (--max-errors sets another bound)")
                    : Optional.empty();
        }
    }
}
