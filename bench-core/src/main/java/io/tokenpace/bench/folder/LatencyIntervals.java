package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.Metric;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads {@code latency.hlog}. */
final class LatencyIntervals {
    static final String WARMUP = "warmup.";
    private static final int DIGITS = 3;
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final Map<String, Metric> BY_LABEL =
            Stream.of(Metric.values()).collect(Collectors.toMap(Metric::label, Function.identity()));

    private LatencyIntervals() {}

    /** Visits every interval of a metric that is known here. One that was torn off by a crash ends the log. */
    static void read(Path file, SavedRun.IntervalReader visitor) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                HistogramLogReader log = new HistogramLogReader(in)) {
            for (EncodableHistogram next = next(log); next != null; next = next(log)) {
                boolean warmup = next.getTag() != null && next.getTag().startsWith(WARMUP);
                Metric metric = BY_LABEL.get(warmup ? next.getTag().substring(WARMUP.length()) : next.getTag());
                if (metric != null) {
                    double offset = next.getStartTimeStamp() / MILLIS_PER_SECOND - log.getStartTimeSec();
                    visitor.interval(metric, warmup, Math.round(offset), (Histogram) next);
                }
            }
        }
    }

    private static EncodableHistogram next(HistogramLogReader log) {
        try {
            return log.nextIntervalHistogram();
        } catch (RuntimeException torn) {
            return null;
        }
    }

    /** Returns an empty histogram that takes in any interval of a metric. */
    static Histogram emptySum(Metric metric) {
        Histogram sum = new Histogram(DIGITS);
        sum.setTag(metric.label());
        return sum;
    }
}
