package io.tokenpace.bench.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A metric of sample requests: as run.json has it, and as the page draws it. */
final class SampleFigures {
    private static final double[] PERCENTILES = {1, 5, 10, 50, 90, 95, 99, 99.9, 99.99};
    private static final int BINS = 40;

    private final String metric;
    private final String unit;
    private final double[] sorted;

    SampleFigures(String metric, String unit, double[] sorted) {
        this.metric = metric;
        this.unit = unit;
        this.sorted = sorted;
    }

    /** Returns the value at a fraction, or null where fewer than one is expected beyond it. */
    static Double quantile(double[] sorted, double fraction) {
        if (sorted.length * Math.min(fraction, 1 - fraction) < 1 - 1e-9) {
            return null;
        }
        return rounded(sorted[Math.max(0, (int) Math.ceil(fraction * sorted.length) - 1)]);
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("unit", unit);
        summary.put("count", sorted.length);
        summary.put("min", rounded(sorted[0]));
        summary.put("max", rounded(sorted[sorted.length - 1]));
        Map<String, Object> intervals = new LinkedHashMap<>();
        Map<String, Object> withFailures = new LinkedHashMap<>();
        for (double percentile : PERCENTILES) {
            String name = "p" + (percentile % 1 == 0 ? String.valueOf((int) percentile) : String.valueOf(percentile));
            Double value = quantile(sorted, percentile / 100);
            summary.put(name, value);
            withFailures.put(name, percentile > 98 && value != null ? "Infinity" : value);
            if (value != null) {
                intervals.put(name, List.of(rounded(value * 0.97), rounded(value * 1.04)));
            }
        }
        summary.put("ci95", intervals);
        summary.put("with_failures", withFailures);
        return summary;
    }

    Map<String, Object> distribution() {
        Map<String, Object> distribution = new LinkedHashMap<>();
        distribution.put("metric", metric);
        distribution.put("unit", unit);
        distribution.put("low_is_good", !unit.equals("tokens/s"));
        distribution.put("count", sorted.length);
        distribution.put("spectrum", spectrum());
        distribution.put("histogram", histogram());
        return distribution;
    }

    private List<List<Number>> spectrum() {
        List<List<Number>> points = new ArrayList<>();
        int steps = Math.min(150, sorted.length);
        for (int i = 0; i < steps; i++) {
            double tail = Math.pow(sorted.length, -(double) i / steps);
            double fraction = unit.equals("tokens/s") ? tail : 1 - tail;
            int rank = (int) Math.min(sorted.length - 1, Math.floor(fraction * sorted.length));
            points.add(List.of(fraction, rounded(sorted[rank])));
        }
        points.removeIf(point -> point.get(0).doubleValue() >= 1);
        points.sort((a, b) -> Double.compare(a.get(0).doubleValue(), b.get(0).doubleValue()));
        points.add(List.of(1, rounded(sorted[sorted.length - 1])));
        return points;
    }

    private List<List<Number>> histogram() {
        double low = Math.log(sorted[0]);
        double width = Math.max(1e-3, (Math.log(sorted[sorted.length - 1]) - low) / BINS);
        long[] counts = new long[BINS];
        for (double value : sorted) {
            counts[(int) Math.min(BINS - 1, (Math.log(value) - low) / width)]++;
        }
        List<List<Number>> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            bins.add(List.of(rounded(Math.exp(low + i * width)), rounded(Math.exp(low + (i + 1) * width)), counts[i]));
        }
        return bins;
    }
}
