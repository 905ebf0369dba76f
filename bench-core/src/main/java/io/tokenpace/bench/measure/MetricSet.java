package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Unit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * A histogram for each metric. It belongs to one thread.
 *
 * <p>A value beyond what a histogram holds is counted, never clamped: see {@link #overflows}.
 */
public final class MetricSet implements MetricSink {
    static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long MOST_STEPS = 10_000_000_000_000L;
    static final long MICROSECOND_NANOS = 1_000;
    static final int DIGITS = 3;

    private final boolean packed;
    private final Map<Metric, AbstractHistogram> histograms = new EnumMap<>(Metric.class);
    private long overflows;

    private MetricSet(boolean packed) {
        this.packed = packed;
    }

    /** Returns a set that is quick to record into, and that has all its memory from the beginning. */
    public static MetricSet fast() {
        MetricSet set = new MetricSet(false);
        for (Metric metric : Metric.values()) {
            set.of(metric);
        }
        return set;
    }

    /** Returns a set that takes little memory, for cells of which there may be many. */
    public static MetricSet small() {
        return new MetricSet(true);
    }

    /** Returns an empty histogram of the form every set here uses for a metric. */
    public static Histogram histogram(Metric metric) {
        return metric.unit() == Unit.MILLISECONDS
                ? new Histogram(MICROSECOND_NANOS, HOUR_NANOS, DIGITS)
                : new Histogram(1, MOST_STEPS, DIGITS);
    }

    @Override
    public void record(Metric metric, long steps) {
        AbstractHistogram histogram = of(metric);
        if (steps > histogram.getHighestTrackableValue()) {
            overflows++;
        } else {
            histogram.recordValue(Math.max(0, steps));
        }
    }

    /** Adds a histogram that was recorded elsewhere. */
    public void add(Metric metric, AbstractHistogram recorded) {
        if (recorded.getTotalCount() > 0) {
            of(metric).add(recorded);
        }
    }

    /** Counts values that were too large wherever they were recorded. */
    void addOverflows(long count) {
        overflows += count;
    }

    /** Adds everything another set holds. */
    public void add(MetricSet other) {
        other.histograms.forEach(this::add);
        overflows += other.overflows;
    }

    /** Forgets everything. */
    public void reset() {
        histograms.values().forEach(AbstractHistogram::reset);
        overflows = 0;
    }

    /** Visits the metrics that have values, in their order. */
    public void forEach(BiConsumer<Metric, AbstractHistogram> visitor) {
        histograms.forEach((metric, histogram) -> {
            if (histogram.getTotalCount() > 0) {
                visitor.accept(metric, histogram);
            }
        });
    }

    /** Returns how many values were too large to be recorded. */
    public long overflows() {
        return overflows;
    }

    /** Returns a metric's histogram, empty where nothing was recorded. */
    public AbstractHistogram of(Metric metric) {
        return histograms.computeIfAbsent(metric, this::create);
    }

    /**
     * Summarises every metric that has values.
     *
     * @param failures how many requests failed, for the percentiles that count them
     */
    public Map<String, MetricSummary> summarize(long failures) {
        Map<String, MetricSummary> summaries = new LinkedHashMap<>();
        forEach((metric, histogram) ->
                summaries.put(metric.label(), Summaries.summarize(histogram, metric.unit(), failures)));
        return summaries;
    }

    private AbstractHistogram create(Metric metric) {
        Histogram plain = histogram(metric);
        return packed
                ? new PackedHistogram(plain.getLowestDiscernibleValue(), plain.getHighestTrackableValue(), DIGITS)
                : plain;
    }
}
