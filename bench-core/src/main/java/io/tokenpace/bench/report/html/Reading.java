package io.tokenpace.bench.report.html;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.Unit;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.AbstractHistogram;

/** Reads histograms and stamps in the units of the page, rounded as run.json is. */
final class Reading {
    private static final double PERCENT = 100;
    private static final double THOUSAND = 1_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private Reading() {}

    static double thousandths(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }

    static double millis(long nanos) {
        return thousandths(nanos / NANOS_PER_MILLI);
    }

    static OptionalDouble millis(OptionalLong nanos) {
        return nanos.isPresent() ? OptionalDouble.of(millis(nanos.getAsLong())) : OptionalDouble.empty();
    }

    static double seconds(long nanos) {
        return thousandths(nanos / NANOS_PER_MILLI / MILLIS_PER_SECOND);
    }

    /** Returns the value below which a share of all lies, in the metric's unit. */
    static double quantile(Metric metric, AbstractHistogram values, double fraction) {
        return read(metric, values, values.getValueAtPercentile(fraction * PERCENT));
    }

    /** Returns a percentile in the metric's unit, or nothing where too few values tell it. */
    static OptionalDouble percentile(Metric metric, AbstractHistogram values, Percentile percentile) {
        return percentile.isKnownFrom(values.getTotalCount())
                ? OptionalDouble.of(quantile(metric, values, percentile.fraction()))
                : OptionalDouble.empty();
    }

    static double max(Metric metric, AbstractHistogram values) {
        return read(metric, values, values.getMaxValue());
    }

    /** A histogram tells the upper end of a bucket; of sizes, which people choose round, the lower end is meant. */
    private static double read(Metric metric, AbstractHistogram values, long steps) {
        double end = metric.unit() == Unit.TOKENS ? values.lowestEquivalentValue(steps) : steps;
        return thousandths(end / metric.unit().stepsPerUnit());
    }
}
