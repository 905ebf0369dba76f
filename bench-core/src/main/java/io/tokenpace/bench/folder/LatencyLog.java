package io.tokenpace.bench.folder;

import java.io.Closeable;
import java.io.OutputStream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogWriter;

/** {@code latency.hlog}: HdrHistogram's interval log, in the histograms' own steps, one tag a metric. */
final class LatencyLog implements Closeable {
    private static final double MILLIS_PER_SECOND = 1_000;
    /** Only scales the third column, which is for the eye: nanoseconds read as milliseconds. */
    private static final double NANOS_PER_MILLI = 1e6;

    private final HistogramLogWriter writer;
    private final OutputStream out;
    private final long startMillis;

    LatencyLog(OutputStream out, LogStart start) {
        this.out = out;
        startMillis = start.startUtc().toEpochMilli();
        writer = new HistogramLogWriter(out);
        writer.outputLogFormatVersion();
        writer.outputStartTime(startMillis);
        writer.setBaseTime(startMillis);
        writer.outputLegend();
    }

    /** Appends one interval of one metric, its times in milliseconds from the start of the run. */
    void append(String tag, EncodableHistogram histogram, long fromMillis, long toMillis) {
        histogram.setTag(tag);
        writer.outputIntervalHistogram(
                fromMillis / MILLIS_PER_SECOND, toMillis / MILLIS_PER_SECOND, histogram, NANOS_PER_MILLI);
    }

    void flush() throws java.io.IOException {
        out.flush();
    }

    @Override
    public void close() {
        writer.close();
    }
}
