package io.tokenpace.bench.report.html;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Percentile;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;

/**
 * The percentiles of each step of a run. Histograms of its seconds are added up, and the percentiles taken of the sums:
 * percentiles themselves do not add. Sums are packed, for there are some thousands of them.
 */
final class Bands {
    private static final List<Percentile> TIMES =
            List.of(Percentile.named("p50"), Percentile.named("p90"), Percentile.named("p99"));
    private static final List<Percentile> RATES =
            List.of(Percentile.named("p50"), Percentile.named("p10"), Percentile.named("p1"));
    private static final List<Metric> SHOWN =
            List.of(Metric.TTFT, Metric.DECODE_RATE, Metric.TPOT, Metric.E2E, Metric.STALL);

    private final Steps steps;
    private final Map<Metric, PackedHistogram[]> sums = new EnumMap<>(Metric.class);

    Bands(Steps steps) {
        this.steps = steps;
        SHOWN.forEach(metric -> sums.put(metric, new PackedHistogram[steps.count()]));
    }

    /** Adds what a metric did in a second; one that no band is drawn of is passed over. */
    void add(Metric metric, long second, Histogram values) {
        PackedHistogram[] ofSteps = sums.get(metric);
        if (ofSteps == null) {
            return;
        }
        int step = steps.indexOf(second);
        if (ofSteps[step] == null) {
            ofSteps[step] = new PackedHistogram(values);
            ofSteps[step].setAutoResize(true);
        }
        ofSteps[step].add(values);
    }

    Map<String, Map<String, List<OptionalDouble>>> percentiles() {
        Map<String, Map<String, List<OptionalDouble>>> bands = new LinkedHashMap<>();
        for (Metric metric : SHOWN) {
            Map<String, List<OptionalDouble>> band = new LinkedHashMap<>();
            for (Percentile percentile : metric.unit().lowIsGood() ? TIMES : RATES) {
                band.put(percentile.name(), along(metric, percentile));
            }
            bands.put(metric.label(), band);
        }
        return bands;
    }

    private List<OptionalDouble> along(Metric metric, Percentile percentile) {
        return Arrays.stream(sums.get(metric))
                .map(sum -> sum == null ? OptionalDouble.empty() : Reading.percentile(metric, sum, percentile))
                .toList();
    }
}
