package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.HdrHistogram.AbstractHistogram;

/** Turns histograms into the figures that are printed, each rounded to a thousandth of its unit. */
final class Summaries {
    private static final double PERCENT = 100;
    private static final double THOUSAND = 1_000;

    private Summaries() {}

    static MetricSummary summarize(AbstractHistogram histogram, Unit unit, long failures) {
        long count = histogram.getTotalCount();
        return new MetricSummary(
                unit.label(),
                count,
                inUnit(histogram.getMean(), unit),
                inUnit(histogram.getStdDeviation(), unit),
                inUnit(histogram.getMinValue(), unit),
                inUnit(read(histogram, histogram.getMaxValue(), unit), unit),
                percentiles(count, p -> inUnit(percentile(histogram, p.fraction() * PERCENT, unit), unit)),
                percentiles(count + failures, p -> withFailures(histogram, p.fraction(), unit, failures)));
    }

    private static Map<String, OptionalDouble> percentiles(long count, Function<Percentile, OptionalDouble> value) {
        Map<String, OptionalDouble> percentiles = new LinkedHashMap<>();
        for (Percentile percentile : Percentile.ALL) {
            percentiles.put(
                    percentile.name(),
                    percentile.isKnownFrom(count) ? value.apply(percentile) : OptionalDouble.empty());
        }
        return percentiles;
    }

    /** Failures stand behind all successes for a time, and before them (as 0) for a rate. */
    private static OptionalDouble withFailures(AbstractHistogram successes, double fraction, Unit unit, long failures) {
        long count = successes.getTotalCount();
        long rank = Math.max(1, (long) Math.ceil(fraction * (count + failures)));
        long rankAmongSuccesses = unit.lowIsGood() ? rank : rank - failures;
        if (rankAmongSuccesses > count) {
            return OptionalDouble.of(Double.POSITIVE_INFINITY);
        }
        if (rankAmongSuccesses < 1) {
            return OptionalDouble.of(0);
        }
        return inUnit(percentile(successes, rankAmongSuccesses * PERCENT / count, unit), unit);
    }

    private static double percentile(AbstractHistogram histogram, double percent, Unit unit) {
        return read(histogram, histogram.getValueAtPercentile(percent), unit);
    }

    /** A histogram tells the upper end of a bucket; of sizes, which people choose round, 8192 and not 8199 is the end. */
    private static double read(AbstractHistogram histogram, long steps, Unit unit) {
        return unit == Unit.TOKENS ? histogram.lowestEquivalentValue(steps) : steps;
    }

    private static OptionalDouble inUnit(double steps, Unit unit) {
        return OptionalDouble.of(Math.round(steps / unit.stepsPerUnit() * THOUSAND) / THOUSAND);
    }
}
