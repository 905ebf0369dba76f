package io.tokenpace.bench.run;

import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Percentile;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/** One metric's values of a run's last seconds, a histogram for each. It belongs to one thread. */
final class LastSeconds {
    private static final Percentile P50 = Percentile.named("p50");
    private static final Percentile P99 = Percentile.named("p99");
    private static final double PERCENT = 100;

    private final Metric metric;
    private final List<AbstractHistogram> seconds;
    private final AbstractHistogram sum;
    private int next;

    LastSeconds(Metric metric) {
        this.metric = metric;
        this.seconds = Stream.generate(() -> empty(metric))
                .limit(Standing.RECENT_SECONDS)
                .toList();
        this.sum = empty(metric);
    }

    private static AbstractHistogram empty(Metric metric) {
        return MetricSet.histogram(metric);
    }

    /** Adds a second, of which both sets hold a part, and forgets the one that is too long ago. */
    void add(MetricSet measured, MetricSet warmup) {
        AbstractHistogram second = seconds.get(next);
        sum.subtract(second);
        second.reset();
        second.add(measured.of(metric));
        second.add(warmup.of(metric));
        sum.add(second);
        next = (next + 1) % seconds.size();
    }

    /** Returns how they went; a percentile only where one value is expected beyond it. */
    Standing.Recent read() {
        long count = sum.getTotalCount();
        if (count == 0) {
            return Standing.Recent.NONE;
        }
        return new Standing.Recent(count, at(P50), at(P99), inUnits(highest()));
    }

    /** A histogram does not take its own maximum back when values are subtracted. */
    private long highest() {
        return seconds.stream()
                .filter(second -> second.getTotalCount() > 0)
                .mapToLong(AbstractHistogram::getMaxValue)
                .max()
                .orElse(0);
    }

    private OptionalDouble at(Percentile percentile) {
        return percentile.isKnownFrom(sum.getTotalCount())
                ? inUnits(Math.min(sum.getValueAtPercentile(percentile.fraction() * PERCENT), highest()))
                : OptionalDouble.empty();
    }

    private OptionalDouble inUnits(long steps) {
        return OptionalDouble.of((double) steps / metric.unit().stepsPerUnit());
    }
}
