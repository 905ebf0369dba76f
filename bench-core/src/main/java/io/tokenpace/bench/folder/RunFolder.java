package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Tally;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;

/**
 * The folder of one run, written while the run goes on. It belongs to one thread.
 *
 * <pre>{@code
 * try (RunFolder folder = RunFolder.create(path, start)) {
 *     folder.write(running);
 *     folder.append(request); // as they end
 *     folder.append(second, tally); // once a second, with the histograms of that second
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
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final RequestLog requests;
    private final TimelineLog timeline;
    private final LatencyLog latencies;
    private final RequestSieve sieve;

    private RunFolder(Path path, LogStart start, RequestSieve sieve) throws IOException {
        this.path = path;
        this.sieve = sieve;
        requests = new RequestLog(openLocked(REQUESTS), start);
        timeline = new TimelineLog(open(TIMELINE), start);
        latencies = new LatencyLog(open(LATENCIES), start);
    }

    /** Creates a folder that keeps every request. */
    public static RunFolder create(Path path, LogStart start) throws IOException {
        return create(path, start, Records.ALL, 0);
    }

    /**
     * Creates the folder and begins its logs.
     *
     * @param path a folder that is new or empty
     * @param records which requests get a line
     * @param seed decides on the sample of them
     * @throws IllegalArgumentException if it holds anything already
     * @throws IOException if it cannot be written
     */
    public static RunFolder create(Path path, LogStart start, Records records, long seed) throws IOException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        Files.createDirectories(path);
        try (Stream<Path> content = Files.list(path)) {
            if (content.findAny().isPresent()) {
                throw new IllegalArgumentException("out (" + path + ") must be a new or an empty folder");
            }
        }
        return new RunFolder(path, start, new RequestSieve(records, seed));
    }

    public Path path() {
        return path;
    }

    /** Writes {@code run.json}, replacing what was there in one step. */
    public void write(RunResult result) throws IOException {
        AtomicFile.write(path.resolve(RESULT), Json.page(result));
    }

    /** Appends a request that has ended, if it is one of those that are kept. */
    public void append(RequestRecord request) throws IOException {
        Optional<RequestSieve.Reason> reason = sieve.reason(request);
        if (reason.isPresent()) {
            requests.append(request, reason.get());
        }
    }

    /** Returns what a reader of the requests must know, where not all of them were kept. */
    public Optional<String> note() {
        return sieve.note();
    }

    /** Appends a second, and how far the run had come at its end. */
    public void append(Second second, Tally tally) throws IOException {
        timeline.append(second, tally);
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

    /** Writes the percentile tables of all metrics that are visited. */
    public void writeTables(Consumer<BiConsumer<Metric, AbstractHistogram>> metrics) throws IOException {
        Map<Metric, AbstractHistogram> tables = new EnumMap<>(Metric.class);
        metrics.accept(tables::put);
        for (Map.Entry<Metric, AbstractHistogram> table : tables.entrySet()) {
            writeTable(table.getKey(), table.getValue());
        }
    }

    /** Writes the percentile table of one metric, in the metric's unit. */
    public void writeTable(Metric metric, AbstractHistogram histogram) throws IOException {
        try (OutputStream table = open(PercentileTable.fileName(metric))) {
            PercentileTable.write(metric, histogram, table);
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        timeline.close();
        latencies.close();
    }

    private OutputStream open(String name) throws IOException {
        return buffered(Files.newOutputStream(path.resolve(name)));
    }

    /** Opens a log that is locked until this process closes it, or dies: others can tell whether the run goes on. */
    private OutputStream openLocked(String name) throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.tryLock();
        return buffered(Channels.newOutputStream(channel));
    }

    private static OutputStream buffered(OutputStream out) {
        return new BufferedOutputStream(new SteadyStream(out), BUFFER_BYTES);
    }
}
