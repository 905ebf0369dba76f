package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Tally;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import tools.jackson.core.JacksonException;

/**
 * A run as it lies in its folder: all that reports are made from. Its files are read each time they are asked for, line
 * by line, so that a long run takes no more memory than a short one; the last line of a log may be torn, since a process
 * may be killed in the middle of it, and is then passed over.
 *
 * <pre>{@code
 * SavedRun run = SavedRun.open(folder);
 * RunResult result = run.result();
 * run.forEachRequest(request -> ...);
 * }</pre>
 */
public final class SavedRun {
    private final Path folder;
    private final RunResult result;

    private SavedRun(Path folder, RunResult result) {
        this.folder = folder;
        this.result = result;
    }

    /**
     * Opens a folder that a run has written, or is writing.
     *
     * @throws IllegalArgumentException if it is none, or of another version
     */
    public static SavedRun open(Path folder) throws IOException {
        Path file = folder.resolve(RunFolder.RESULT);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("run (" + folder + ") must be a run folder: it holds no run.json");
        }
        try {
            RunResult result = Json.read(Files.readAllBytes(file), RunResult.class);
            if (!RunResult.SCHEMA.equals(result.schema())) {
                throw new IllegalArgumentException("run (" + folder + ") must be of the schema " + RunResult.SCHEMA
                        + "; its run.json says " + result.schema());
            }
            return new SavedRun(folder, result);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    "run (" + folder + ") has a run.json that cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    public Path folder() {
        return folder;
    }

    /** Returns {@code run.json}. */
    public RunResult result() {
        return result;
    }

    /** Returns when the run began, on both clocks. */
    public LogStart start() throws IOException {
        return JsonLines.start(folder.resolve(RunFolder.TIMELINE));
    }

    /** Returns whether a process is still writing the folder. */
    public boolean isBeingWritten() throws IOException {
        try (FileChannel log = FileChannel.open(folder.resolve(RunFolder.REQUESTS), StandardOpenOption.WRITE);
                FileLock lock = log.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Returns the run with another result, which its folder does not hold yet. */
    public SavedRun with(RunResult other) {
        return new SavedRun(folder, other);
    }

    /** Replaces {@code run.json} by this run's result. */
    public void save() throws IOException {
        AtomicFile.write(folder.resolve(RunFolder.RESULT), Json.page(result));
    }

    /** Returns the lines of the timeline. */
    public List<Second> seconds() throws IOException {
        List<Second> seconds = new ArrayList<>();
        forEachSecond(seconds::add);
        return seconds;
    }

    /** Returns how far the run had come at the end of each second. */
    public List<Tally> tallies() throws IOException {
        List<Tally> tallies = new ArrayList<>();
        JsonLines.read(
                folder.resolve(RunFolder.TIMELINE),
                line -> tallies.add(Json.read(line, TimelineLog.Line.class).tally()));
        return tallies;
    }

    /** Visits the lines of the timeline. */
    public void forEachSecond(Consumer<Second> visitor) throws IOException {
        JsonLines.read(folder.resolve(RunFolder.TIMELINE), line -> visitor.accept(Json.read(line, Second.class)));
    }

    /** Visits the requests in the order in which they ended. Not all need be there: see {@link #result}'s notes. */
    public void forEachRequest(Consumer<RequestRecord> visitor) throws IOException {
        JsonLines.read(folder.resolve(RunFolder.REQUESTS), line -> visitor.accept(RequestLine.parse(line)));
    }

    /** Visits the histograms of every second, warm-up included. */
    public void forEachInterval(IntervalReader visitor) throws IOException {
        try (LatencyIntervals intervals = intervals()) {
            for (Optional<LatencyIntervals.Interval> next = intervals.next();
                    next.isPresent();
                    next = intervals.next()) {
                LatencyIntervals.Interval interval = next.get();
                visitor.interval(interval.metric(), interval.warmup(), interval.second(), interval.values());
            }
        }
    }

    /** Opens the same for who reads several runs side by side. */
    public LatencyIntervals intervals() throws IOException {
        return new LatencyIntervals(folder.resolve(RunFolder.LATENCIES));
    }

    /** Returns the measured values of every metric that has any, in the metric's own steps. */
    public Map<Metric, Histogram> histograms() throws IOException {
        Map<Metric, Histogram> sums = new EnumMap<>(Metric.class);
        forEachInterval((metric, warmup, second, values) -> {
            if (!warmup) {
                sums.computeIfAbsent(metric, of -> LatencyIntervals.emptySum(of, values))
                        .add(values);
            }
        });
        return sums;
    }

    /** Receives what one metric did in one second. */
    @FunctionalInterface
    public interface IntervalReader {
        /** Takes an interval, which is a second; the first of the run has the number 0. */
        void interval(Metric metric, boolean warmup, long second, Histogram values);
    }
}
