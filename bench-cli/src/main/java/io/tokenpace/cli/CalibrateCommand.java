package io.tokenpace.cli;

import io.tokenpace.bench.folder.CalibrationFile;
import io.tokenpace.bench.report.CalibrationChart;
import io.tokenpace.bench.report.CalibrationReport;
import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.schedule.Extent;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench calibrate}: this tool's own error on this machine. */
@Command(
        name = "calibrate",
        description = {
            "Measures how wrong this tool is on this machine, and up to which load: it streams from a mock in another"
                    + " process and holds each of its stamps against the moment the mock really sent the token.",
            "The result is kept in ~/.cache/tokenpace/calibration.json (or below $XDG_CACHE_HOME) and quoted by every"
                    + " later run on this machine and this Java. Let nothing else run meanwhile.",
            "A load that is not held is measured once more. Exits with 5 where not even the lowest one is held."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Examples:", "  bench calibrate", "  bench calibrate --streams 1,50,200 --pace 10ms -d 30s"})
final class CalibrateCommand implements Callable<Integer> {
    private static final int DEFAULT_MOST = 16_000;

    @Option(
            names = "--streams",
            paramLabel = "N",
            split = ",",
            description = "The loads to measure, each of them (default: 1, 10, 100, 500, 1000 and on by doubling, until"
                    + " the machine gives in).")
    private List<Integer> streams = new ArrayList<>();

    @Option(
            names = "--max-streams",
            paramLabel = "N",
            description = "The highest load to go to by doubling (default: 16000).")
    private Integer maxStreams;

    @Option(
            names = "--pace",
            paramLabel = "D",
            converter = Durations.class,
            defaultValue = "30ms",
            description = "The time from one token of a stream to the next (default: ${DEFAULT-VALUE}).")
    private Duration pace;

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "D",
            converter = Durations.class,
            defaultValue = "10s",
            description = "How long each load is measured (default: ${DEFAULT-VALUE}).")
    private Duration length;

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        CalibrationPlan plan = plan();
        Instant start = Instant.now();
        Path folder = create(output.folder(output.id(start, "calibrate")));
        Rehearsal.hold(Api.ANTHROPIC);
        Progress progress = Progress.of(err(), output.quiet(), Extent.ofDuration(plan.length()));
        Calibrator calibrator = new Calibrator(plan, manifest(plan, start), folder, progress, progress::say);
        Interruption interruption = Interruption.of(calibrator::interrupt);
        try {
            CalibrationResult calibration = watched(calibrator, progress);
            int exitCode = report(calibration, folder);
            err().println("results in " + folder);
            err().flush();
            return exitCode;
        } finally {
            interruption.end();
        }
    }

    private CalibrationPlan plan() {
        try {
            return new CalibrationPlan(ladder(), pace, length);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Ladder ladder() {
        if (streams.isEmpty()) {
            return Ladder.rising(maxStreams == null ? DEFAULT_MOST : maxStreams);
        }
        if (maxStreams != null) {
            throw new IllegalArgumentException("--streams and --max-streams (" + maxStreams + ") exclude each other");
        }
        return Ladder.of(streams);
    }

    private Path create(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new NotDirectoryException(folder.toString());
            }
            Files.createDirectories(folder);
            try (Stream<Path> content = Files.list(folder)) {
                if (content.findAny().isPresent()) {
                    throw new ParameterException(
                            spec.commandLine(), "out (" + folder + ") must be a new or an empty folder");
                }
            }
            return folder;
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--out (" + folder + ") cannot be written: " + Wording.of(e), e);
        }
    }

    private Manifest manifest(CalibrationPlan plan, Instant start) {
        return new Manifest(
                Version.number(),
                Manifests.command(spec.commandLine().getParseResult()),
                Manifests.options(spec.commandLine().getParseResult()),
                0,
                Manifests.digest(plan),
                "mock in a process of its own",
                Api.ANTHROPIC.label(),
                "default",
                start.toString(),
                Manifests.machine(),
                Optional.empty());
    }

    private static CalibrationResult watched(Calibrator calibrator, Progress progress)
            throws IOException, InterruptedException {
        try (progress) {
            return calibrator.calibrate(ThisMachine.machine());
        }
    }

    private int report(CalibrationResult calibration, Path folder) throws IOException {
        new CalibrationFile(folder.resolve("calibration.json")).write(calibration);
        if (!calibration.steps().isEmpty()) {
            Files.writeString(folder.resolve("calibration.svg"), CalibrationChart.svg(calibration));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(output.isJson() ? CalibrationReport.json(calibration) : CalibrationReport.table(calibration));
        out.flush();
        if (calibration.state().equals("interrupted")) {
            return ExitCode.GOOD;
        }
        if (calibration.highestHeld().isEmpty()) {
            return ExitCode.INVALID;
        }
        keep(calibration);
        return ExitCode.GOOD;
    }

    /** For every later run; what is measured is worth no less where that cannot be written. */
    private void keep(CalibrationResult calibration) {
        CalibrationFile file = ThisMachine.calibrationFile();
        try {
            file.write(calibration);
        } catch (IOException e) {
            err().println("WARNING: later runs will not quote it: " + file.path() + ": " + Wording.of(e));
            err().flush();
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
