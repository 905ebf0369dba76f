package io.tokenpace.bench.report.html;

import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.MachineHealth;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Spent;
import io.tokenpace.bench.result.Tail;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Makes results and folders of runs that never took place. */
final class SampleRun {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private Map<String, MetricSummary> metrics = Map.of();
    private List<CellResult> cells = List.of();
    private List<ErrorGroup> errors = List.of();
    private List<String> notes = List.of();
    private Fits fits = Fits.NONE;
    private Map<String, String> options = Map.of();
    private String model = "m";
    private double windowS;

    /** What writes the logs of a folder. */
    @FunctionalInterface
    interface Logs {
        void appendTo(RunFolder folder) throws IOException;
    }

    SampleRun metrics(Map<String, MetricSummary> summaries) {
        metrics = summaries;
        return this;
    }

    SampleRun cells(List<CellResult> results) {
        cells = results;
        return this;
    }

    SampleRun errors(List<ErrorGroup> groups) {
        errors = groups;
        return this;
    }

    SampleRun notes(List<String> texts) {
        notes = texts;
        return this;
    }

    SampleRun slope(double value) {
        fits = new Fits(Optional.of(new Fits.Fit(value, List.of(value - 1, value + 1))));
        return this;
    }

    SampleRun options(Map<String, String> byName) {
        options = byName;
        return this;
    }

    SampleRun model(String name) {
        model = name;
        return this;
    }

    SampleRun window(double seconds) {
        windowS = seconds;
        return this;
    }

    RunResult result() {
        Manifest.Machine machine = new Manifest.Machine("jvm", List.of(), "os", "cpu", 2, 20);
        return new RunResult(
                RunResult.SCHEMA,
                "sample",
                "complete",
                Verdict.of(List.of(), notes),
                new Manifest(
                        "0", List.of("run"), options, 1, "d", "t", "anthropic", model, "", machine, Optional.empty()),
                new Totals(1, 1, 1, 0, 0, 0),
                metrics,
                new Throughput(NONE, NONE, NONE, NONE),
                Spent.NOTHING,
                fits,
                cells,
                List.of(),
                List.of(),
                errors,
                Optional.empty(),
                Map.of(),
                health());
    }

    private ClientHealth health() {
        return new ClientHealth(
                1,
                windowS,
                Tail.NONE,
                Tail.NONE,
                List.of(),
                Tail.NONE,
                0,
                0,
                0,
                0,
                0,
                NONE,
                NONE,
                0,
                0,
                0,
                MachineHealth.UNKNOWN,
                Optional.empty(),
                Optional.empty());
    }

    /** Writes a folder with this result. */
    SavedRun save(Path path, Logs logs) throws IOException {
        try (RunFolder folder = RunFolder.create(path, new LogStart(Instant.parse("2026-11-20T20:38:00Z"), 7))) {
            logs.appendTo(folder);
            folder.write(result());
        }
        return SavedRun.open(path);
    }

    /** Returns a second in which as many requests came due as its number says, and one more was answered. */
    static Second second(long number) {
        return new Second(
                number, number, 1, number + 1, 2, number, 10, NONE, NONE, NONE, OptionalDouble.of(number), NONE);
    }

    /** Returns a histogram of the form that runs record times into. */
    static Histogram times(long... millis) {
        Histogram times = new Histogram(1_000, 3_600_000_000_000L, 3);
        for (long time : millis) {
            times.recordValue(time * 1_000_000);
        }
        return times;
    }
}
