package io.tokenpace.bench.analysis;

import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Stamps;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.stat.regression.SimpleRegression;

/**
 * The least-squares line of {@code ttft_service} over uncached prompt tokens. Its slope is what prefill costs; network
 * and queue are in the intercept. It keeps sums only, so that its memory does not grow with the run.
 */
public final class PrefillFit {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int TOKENS = 1_000;
    private static final int FEWEST_REQUESTS = 3;
    private static final double MICROS = 1_000;

    private final SimpleRegression line = new SimpleRegression();
    private int firstSize = -1;
    private boolean severalSizes;

    /** Adds a request that succeeded; one whose prompt the service did not count adds nothing. */
    public void add(RequestRecord request) {
        if (!request.usage().hasInput()) {
            return;
        }
        int tokens = request.usage().uncachedInputTokens();
        Stamps.between(request.stamps().sent(), request.stamps().firstToken()).ifPresent(nanos -> {
            line.addData(tokens, nanos / NANOS_PER_MILLI);
            // Sizes that differ by a token or two are one size: a slope through them would be noise.
            severalSizes |= firstSize >= 0 && Math.abs(tokens - firstSize) > 0.1 * firstSize;
            firstSize = firstSize < 0 ? tokens : firstSize;
        });
    }

    /** Returns the slope in milliseconds per 1,000 tokens, or nothing where all prompts had about one size. */
    public Optional<Fits.Fit> slope() {
        if (!severalSizes || line.getN() < FEWEST_REQUESTS) {
            return Optional.empty();
        }
        double slope = line.getSlope() * TOKENS;
        double half = line.getSlopeConfidenceInterval() * TOKENS;
        return Optional.of(new Fits.Fit(rounded(slope), List.of(rounded(slope - half), rounded(slope + half))));
    }

    /** Returns where the line begins, in milliseconds for a prompt of no tokens; nothing where there is no slope. */
    public OptionalDouble interceptMs() {
        return slope().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(rounded(line.getIntercept()));
    }

    private static double rounded(double millis) {
        return Math.round(millis * MICROS) / MICROS;
    }
}
