package io.tokenpace.bench.report;

import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The entries of {@code bench.json} as they are gathered, all of them times. What is unknown is no entry. */
final class BenchmarkFigures {
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final double THOUSAND = 1_000;

    private final String mark;
    private final String extra;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * @param mark what is added to every name
     * @param extra what is to be known besides, of every entry
     */
    BenchmarkFigures(String mark, String extra) {
        this.mark = mark;
        this.extra = extra;
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }

    void add(String where, Map<String, MetricSummary> metrics, Metric metric, String... percentiles) {
        MetricSummary summary = metrics.get(metric.label());
        if (summary == null) {
            return;
        }
        for (String name : percentiles) {
            OptionalDouble value = summary.percentile(name);
            if (value.isPresent()) {
                String values = "\n" + summary.count() + " values";
                entries.add(new Entry(
                        metric.label() + " " + name + where + mark,
                        summary.unit(),
                        value.getAsDouble(),
                        Optional.empty(),
                        extra + values));
            }
        }
    }

    void addSlope(Fits.Fit slope) {
        double half = (slope.ci95().get(1) - slope.ci95().get(0)) / 2;
        entries.add(new Entry(
                "prefill, ms per 1,000 prompt tokens" + mark,
                "ms",
                slope.value(),
                Optional.of(String.format(Locale.ROOT, "± %.2f", half)),
                extra));
    }

    /** Adds how long one takes where so many come in a second; of none there is nothing to say. */
    void addPeriod(String name, OptionalDouble perSecond) {
        if (perSecond.orElse(0) > 0) {
            double millis = MILLIS_PER_SECOND / perSecond.getAsDouble();
            entries.add(
                    new Entry(name + mark, "ms", Math.round(millis * THOUSAND) / THOUSAND, Optional.empty(), extra));
        }
    }

    /**
     * One figure, in the action's own keys.
     *
     * @param range how far it may be off, in words
     * @param extra shown beside it
     */
    record Entry(String name, String unit, double value, Optional<String> range, String extra) {}
}
