package io.tokenpace.bench.report.html;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Percentile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.HdrHistogram.AbstractHistogram;

/** Chooses the percentiles at which a distribution is drawn: closer and closer together towards its bad end. */
final class Spectrum {
    private static final double DECADE = 10;
    /** Of a fraction, beyond those that its distance from the end has: 0.99937 and not 0.9993690426. */
    private static final int DIGITS = 2;

    private Spectrum() {}

    /** A share of all values, and the value that they do not exceed. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"fraction", "value"})
    record Point(double fraction, double value) {}

    static List<Point> of(Metric metric, AbstractHistogram values, int most) {
        return fractions(values.getTotalCount(), metric.unit().lowIsGood(), most).stream()
                .map(fraction -> new Point(
                        fraction,
                        fraction == 1 ? Reading.max(metric, values) : Reading.quantile(metric, values, fraction)))
                .toList();
    }

    /**
     * Returns the shares, from 0 to 1: those that are reported, and between them as many as there is room for, evenly on a
     * log axis of the distance from the bad end, until that distance is one value of all.
     */
    static List<Double> fractions(long count, boolean badIsHigh, int most) {
        Set<Double> fractions = new TreeSet<>(List.of(0.0, 1.0));
        Percentile.ALL.stream()
                .filter(percentile -> percentile.isKnownFrom(count))
                .map(Percentile::fraction)
                .forEach(fractions::add);
        double decades = Math.log10(count);
        int room = most - fractions.size();
        for (int i = 1; i <= room; i++) {
            double distance = Math.pow(DECADE, -decades * i / room);
            fractions.add(rounded(badIsHigh ? 1 - distance : distance, distance));
        }
        return List.copyOf(fractions);
    }

    private static double rounded(double fraction, double distance) {
        double scale = Math.pow(DECADE, Math.ceil(-Math.log10(distance)) + DIGITS);
        return Math.round(fraction * scale) / scale;
    }
}
