package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.Metric;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.AbstractHistogram;

/** A {@code .hgrm} file: the percentiles of one metric in its unit, as HdrHistogram's plotter reads them. */
public final class PercentileTable {
    private static final int TICKS_PER_HALF = 5;

    private PercentileTable() {}

    /** Returns the name of a metric's table in a run folder. */
    public static String fileName(Metric metric) {
        return metric.label() + ".hgrm";
    }

    /** Writes the table and leaves the stream open. */
    public static void write(Metric metric, AbstractHistogram histogram, OutputStream out) throws IOException {
        PrintStream table = new PrintStream(out, false, StandardCharsets.UTF_8);
        histogram.outputPercentileDistribution(
                table, TICKS_PER_HALF, metric.unit().stepsPerUnit());
        if (table.checkError()) {
            throw new IOException(fileName(metric) + " could not be written");
        }
    }
}
