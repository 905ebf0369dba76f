package io.tokenpace.bench.report.html;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramIterationValue;

/** Counts the values of a distribution in bins that are equally wide on a log axis. */
final class Bins {
    private static final MathContext EDGE_DIGITS = new MathContext(5);
    /** Narrower bins would show the steps of the histogram itself, which are a thousandth. */
    private static final double LEAST_RATIO = 1.01;

    private static final long MICROSECOND_NANOS = 1_000;

    private final double stepsPerUnit;
    private final double low;
    private final double ratio;
    private final long[] counts;

    private Bins(Metric metric, double low, double high, int most) {
        stepsPerUnit = metric.unit().stepsPerUnit();
        this.low = low;
        double widest = Math.log(high / low) / Math.log(LEAST_RATIO);
        int bins = (int) Math.max(1, Math.min(most, Math.floor(widest)));
        ratio = Math.pow(high / low, 1.0 / bins);
        counts = new long[bins];
    }

    /** Values from one end up to, but without, the other; the last bin has both. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"from", "to", "count"})
    record Bin(double from, double to, long count) {}

    /** Returns the bins from the smallest value to the largest; what is below the axis, as 0 is, counts with the first. */
    static List<Bin> of(Metric metric, AbstractHistogram values, int most) {
        double least = metric.unit() == Unit.MILLISECONDS ? MICROSECOND_NANOS : 1;
        double low = Math.max(least, Math.min(values.getMinNonZeroValue(), values.getMaxValue()));
        double high = Math.max(low, values.getMaxValue());
        int worthwhile = (int) Math.ceil(2 * Math.sqrt(values.getTotalCount()));
        Bins bins = new Bins(metric, low, high, Math.min(most, worthwhile));
        for (HistogramIterationValue step : values.recordedValues()) {
            long at = values.medianEquivalentValue(step.getValueIteratedTo());
            bins.counts[bins.indexOf(at)] += step.getCountAddedInThisIterationStep();
        }
        return bins.list(values.getMinValue() < least);
    }

    private int indexOf(long value) {
        double index = ratio > 1 ? Math.log(Math.max(value, low) / low) / Math.log(ratio) : 0;
        return (int) Math.min(counts.length - 1, index);
    }

    private List<Bin> list(boolean fromZero) {
        List<Bin> list = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            double from = i == 0 && fromZero ? 0 : edge(i);
            list.add(new Bin(from, edge(i + 1), counts[i]));
        }
        return list;
    }

    private double edge(int index) {
        double steps = low * Math.pow(ratio, index);
        return BigDecimal.valueOf(steps / stepsPerUnit).round(EDGE_DIGITS).doubleValue();
    }
}
