package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * The folder of one run, written while the run goes on. It belongs to one thread.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.create(path, start)) {
 *     folder.write(running);
 *     folder.append(request); // as they end
 *     folder.append(second);  // once a second, with the histograms of that second
 *     folder.flush();
 *     folder.write(complete);
 * }
 * }</pre>
 */
public final class RunFolder implements Closeable {
    static final String RESULT = "run.json";
    static final String REQUESTS = "requests.jsonl";
    static final String TIMELINE = "timeline.jsonl";
    static final String LATENCIES = "latency.hlog";
    private static final int TICKS_PER_HALF = 5;

    private final Path path;
    private final RequestLog requests;
    private final TimelineLog timeline;
    private final LatencyLog latencies;

    private RunFolder(Path path, LogStart start) throws IOException {
        this.path = path;
        requests = new RequestLog(open(REQUESTS), start);
        timeline = new TimelineLog(open(TIMELINE), start);
        latencies = new LatencyLog(open(LATENCIES), start);
    }

    /**
     * Creates the folder and begins its logs.
     *
     * @param path a folder that is new or empty
     * @throws IllegalArgumentException if it holds anything already
     * @throws IOException if it cannot be written
     */
    public static RunFolder create(Path path, LogStart start) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        Files.createDirectories(path);
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException("out (" + path + ") must be a new or an empty folder");
            }
        }
        return new RunFolder(path, start);
    }

    public Path path() {
        return path;
    }

    /** Writes {@code run.json}, replacing what was there in one step. */
    public void write(RunResult result) throws IOException {
        AtomicFile.write(path.resolve(RESULT), Json.page(result));
    }

    /** Appends a request that has ended. */
    public void append(RequestRecord request) throws IOException {
        requests.append(request);
    }

    /** Appends a second. */
    public void append(Second second) throws IOException {
        timeline.append(second);
    }

    /** Appends what one metric did in an interval, its times in milliseconds from the start of the run. */
    public void append(String tag, AbstractHistogram histogram, long fromMillis, long toMillis) {
        latencies.append(tag, histogram, fromMillis, toMillis);
    }

    /** Hands everything appended so far to the operating system. */
    public void flush() throws IOException {
        requests.flush();
        latencies.flush();
    }

    /** Writes the percentile table of one metric, in the metric's unit. */
    public void writeTable(Metric metric, AbstractHistogram histogram) throws IOException {
        try (PrintStream table = new PrintStream(open(metric.label() + ".hgrm"), false, StandardCharsets.UTF_8)) {
            histogram.outputPercentileDistribution(
                    table, TICKS_PER_HALF, metric.unit().stepsPerUnit());
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        timeline.close();
        latencies.close();
    }

    private OutputStream open(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(path.resolve(name)), 1 << 16);
    }
}
