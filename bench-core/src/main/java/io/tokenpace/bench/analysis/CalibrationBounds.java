package io.tokenpace.bench.analysis;

import io.tokenpace.bench.result.ErrorTail;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.util.Locale;
import java.util.Optional;

/** What the tool must keep to at a load for its figures to be believed there. */
public final class CalibrationBounds {
    private static final double MOST_TTFT_ERROR_P50_MS = 1;
    private static final double MOST_TTFT_ERROR_P90_MS = 5;
    private static final double MOST_MOCK_LATENESS_P90_MS = 1;
    /** More than arrivals that took in what came while they were being read: those are rare. */
    private static final double MOST_EARLY = 0.05;

    private static final double MICROS_PER_MILLI = 1e3;

    private CalibrationBounds() {}

    /** Returns whether the mock wrote so late that the load was not what it was to be. */
    public static boolean isMockLate(StampComparison comparison) {
        return comparison.lateness().p90Exceeds(MOST_MOCK_LATENESS_P90_MS);
    }

    /** Returns why a load was not held; nothing where it was. A mock that was late itself is named first. */
    public static Optional<String> broken(Verdict verdict, Totals totals, StampComparison comparison) {
        Optional<String> broken = brokenByClient(verdict, totals, comparison);
        if (!isMockLate(comparison)) {
            return broken;
        }
        return broken.map(why -> String.format(
                Locale.ROOT,
                "the mock itself wrote late (p90 %.2f ms), so that this is not the client's limit: %s",
                comparison.lateness().p90Us().orElse(0) / MICROS_PER_MILLI,
                why));
    }

    private static Optional<String> brokenByClient(Verdict verdict, Totals totals, StampComparison comparison) {
        if (totals.failed() > 0) {
            return Optional.of(String.format(Locale.ROOT, "%,d requests failed", totals.failed()));
        }
        if (!verdict.reasons().isEmpty()) {
            Verdict.Reason first = verdict.reasons().get(0);
            return Optional.of("the run is INVALID: " + first.rule() + ": " + first.text());
        }
        if (comparison.answers() == 0) {
            return Optional.of("no answer could be compared with its truth");
        }
        if (comparison.early() > MOST_EARLY * comparison.arrivals()) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%,d of %,d arrivals were stamped before they were written: the two processes' clocks differ",
                    comparison.early(),
                    comparison.arrivals()));
        }
        if (comparison.overflows() > 0) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%,d differences are beyond an hour, and in no figure: the two processes' clocks differ",
                    comparison.overflows()));
        }
        return wrong(comparison.firstToken());
    }

    private static Optional<String> wrong(ErrorTail ttft) {
        if (ttft.p50Exceeds(MOST_TTFT_ERROR_P50_MS)) {
            return Optional.of(beyond("p50", ttft.p50Us().orElse(0), MOST_TTFT_ERROR_P50_MS));
        }
        if (ttft.p90Exceeds(MOST_TTFT_ERROR_P90_MS)) {
            return Optional.of(beyond("p90", ttft.p90Us().orElse(0), MOST_TTFT_ERROR_P90_MS));
        }
        return Optional.empty();
    }

    private static String beyond(String percentile, double micros, double boundMs) {
        return String.format(
                Locale.ROOT,
                "the error of TTFT is %.2f ms at %s (bound %.0f ms)",
                micros / MICROS_PER_MILLI,
                percentile,
                boundMs);
    }
}
