package io.tokenpace.bench.run;

import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Tally;
import java.util.OptionalDouble;

/** The same second of several runs, added up: counts are added, and of lag the worst stands. */
final class SecondSum {
    private Second counts;
    private Tally tally = Tally.NONE;

    SecondSum(long number) {
        counts = new Second(
                number,
                0,
                0,
                0,
                0,
                0,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    void add(Second second) {
        counts = new Second(
                counts.second(),
                counts.offered() + second.offered(),
                counts.achieved() + second.achieved(),
                counts.succeeded() + second.succeeded(),
                counts.failed() + second.failed(),
                counts.inFlight() + second.inFlight(),
                counts.contentEvents() + second.contentEvents(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                worst(counts.loopLagMaxMs(), second.loopLagMaxMs()),
                worst(counts.hiccupMaxMs(), second.hiccupMaxMs()));
    }

    void add(Tally other) {
        tally = tally.plus(other);
    }

    Tally tally() {
        return tally;
    }

    /** Returns the line of the second, its percentiles taken of the added histograms. */
    Second line(MetricSet measured, MetricSet warmup) {
        MetricSet shown = measured.of(Metric.TTFT).getTotalCount() > 0 ? measured : warmup;
        return new Second(
                counts.second(),
                counts.offered(),
                counts.achieved(),
                counts.succeeded(),
                counts.failed(),
                counts.inFlight(),
                counts.contentEvents(),
                Timeline.percentile(shown, Metric.TTFT, 50),
                Timeline.percentile(shown, Metric.TTFT, 99),
                Timeline.percentile(shown, Metric.DECODE_RATE, 50),
                counts.loopLagMaxMs(),
                counts.hiccupMaxMs());
    }

    private static OptionalDouble worst(OptionalDouble a, OptionalDouble b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return OptionalDouble.of(Math.max(a.getAsDouble(), b.getAsDouble()));
    }
}
