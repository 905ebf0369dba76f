package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.Metric;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/** Reads {@code latency.hlog}, one interval after the other, as far as its metrics are known here. */
public final class LatencyIntervals implements Closeable {
    private static final String WARMUP = "warmup.";
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final Map<String, Metric> BY_LABEL =
            Stream.of(Metric.values()).collect(Collectors.toMap(Metric::label, Function.identity()));

    private final InputStream in;
    private final HistogramLogReader log;

    LatencyIntervals(Path file) throws IOException {
        in = Files.newInputStream(file);
        log = new HistogramLogReader(in);
    }

    /**
     * What one metric did in one second.
     *
     * @param second its number from the start of the run, from 0
     */
    public record Interval(Metric metric, boolean warmup, long second, Histogram values) {}

    /** Returns the next interval, or nothing at the end, which is also where a crash has torn one off. */
    public Optional<Interval> next() {
        for (EncodableHistogram next = read(); next != null; next = read()) {
            String tag = String.valueOf(next.getTag());
            boolean warmup = tag.startsWith(WARMUP);
            Metric metric = BY_LABEL.get(warmup ? tag.substring(WARMUP.length()) : tag);
            if (metric != null) {
                double offset = next.getStartTimeStamp() / MILLIS_PER_SECOND - log.getStartTimeSec();
                return Optional.of(new Interval(metric, warmup, Math.round(offset), (Histogram) next));
            }
        }
        return Optional.empty();
    }

    private EncodableHistogram read() {
        try {
            return log.nextIntervalHistogram();
        } catch (RuntimeException torn) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
        in.close();
    }

    /**
     * Returns an empty histogram that takes in any interval of a metric. Its buckets are those of the first, so that a
     * value reads as it did when it was recorded.
     */
    static Histogram emptySum(Metric metric, Histogram first) {
        Histogram sum = new Histogram(
                first.getLowestDiscernibleValue(),
                first.getHighestTrackableValue(),
                first.getNumberOfSignificantValueDigits());
        sum.setAutoResize(true);
        sum.setTag(metric.label());
        return sum;
    }
}
