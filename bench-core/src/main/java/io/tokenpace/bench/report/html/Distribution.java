package io.tokenpace.bench.report.html;

import io.tokenpace.bench.result.Metric;
import java.util.List;
import org.HdrHistogram.AbstractHistogram;

/** How the measured values of one metric are spread. */
record Distribution(
        String metric,
        String unit,
        boolean lowIsGood,
        long count,
        List<Spectrum.Point> spectrum,
        List<Bins.Bin> histogram) {
    static Distribution of(Metric metric, AbstractHistogram values, Limits limits) {
        return new Distribution(
                metric.label(),
                metric.unit().label(),
                metric.unit().lowIsGood(),
                values.getTotalCount(),
                Spectrum.of(metric, values, limits.spectrumPoints()),
                Bins.of(metric, values, limits.bins()));
    }
}
