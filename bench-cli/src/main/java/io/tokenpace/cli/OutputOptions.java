package io.tokenpace.cli;

import io.tokenpace.bench.report.ConsoleReport;
import io.tokenpace.bench.report.JsonReport;
import io.tokenpace.bench.report.ReportFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where results go, and how they are shown. */
final class OutputOptions {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Path RESULTS = Path.of("results");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run folder, new or empty (default: results/TIME-NAME).")
    private Path out;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The run's name (default: the profile, the host or the command).")
    private String name;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "What to print: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress on stderr.")
    private boolean quiet;

    /** What is printed at the end. */
    enum Format {
        TABLE,
        JSON
    }

    ReportFormat format() {
        if (isJson()) {
            return new JsonReport();
        }
        return Terminal.ofOutput().colours() ? new ColouredVerdict(new ConsoleReport()) : new ConsoleReport();
    }

    boolean isJson() {
        return format == Format.JSON;
    }

    boolean quiet() {
        return quiet;
    }

    /** Returns the run's id: its start and its name. */
    String id(Instant start, String defaultName) {
        String readable = Optional.ofNullable(name).orElse(defaultName).replaceAll("[^A-Za-z0-9._-]+", "-");
        return STAMP.format(start) + "-" + readable;
    }

    /** Returns the run folder: the one asked for, or one below {@code results} that is not there yet. */
    Path folder(String id) {
        if (out != null) {
            return out;
        }
        Path folder = RESULTS.resolve(id);
        for (int i = 2; Files.exists(folder); i++) {
            folder = RESULTS.resolve(id + "-" + i);
        }
        return folder;
    }
}
