package io.tokenpace.bench.report;

import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import java.util.Locale;
import java.util.OptionalDouble;

/** How a figure is written in a table. */
final class Figures {
    private static final double SMALL = 10;
    private static final double LARGE = 10_000;

    private Figures() {}

    /** Returns a figure with as many digits as its size deserves. */
    static String of(double value) {
        if (Math.abs(value) >= LARGE) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < SMALL ? "%.3f" : "%.1f", value);
    }

    static String of(OptionalDouble value) {
        return value.isPresent() ? of(value.getAsDouble()) : "-";
    }

    /** Returns a percentile, marked with a tilde where there are too few values for an interval around it. */
    static String percentile(MetricSummary metric, Percentile percentile) {
        OptionalDouble value = metric.percentile(percentile.name());
        if (value.isEmpty()) {
            return "-";
        }
        return (percentile.isFirmFrom(metric.count()) ? "" : "~") + of(value.getAsDouble());
    }

    /** Returns an amount of money, with more digits where there is little of it. */
    static String usd(double value) {
        return String.format(Locale.ROOT, value >= 1 ? "%,.2f USD" : "%.4f USD", value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Returns microseconds; a tenth of one matters only below ten. */
    static String micros(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < SMALL ? "%.1f" : "%,.0f", value);
    }
}
