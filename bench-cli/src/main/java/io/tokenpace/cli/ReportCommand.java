package io.tokenpace.cli;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.report.WholeFile;
import io.tokenpace.bench.result.Metric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench report}: renders runs again from their folders alone. */
@Command(
        name = "report",
        description = {
            "Renders the reports of runs from their folders, and from nothing else.",
            "It only reports: it exits with 0 for an INVALID run, too, whose reports say so on their first line."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  bench report results/20261120T203800Z-sonnet",
            "  bench report results/* --out all.html",
            "  bench report results/* --format markdown,junit",
            "  bench report RUN --format markdown --out - >> $GITHUB_STEP_SUMMARY",
            "  bench report RUN --format csv --out tables",
            "  bench report RUN --format hgrm --metric ttft --out ttft.hgrm"
        })
final class ReportCommand implements Callable<Integer> {
    private static final String DEFAULT_FORMAT = "html";

    @Parameters(
            arity = "1..*",
            paramLabel = "RUN",
            description = "Folders of runs that have ended. One whose process died is put together again.")
    private List<Path> folders = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            split = ",",
            defaultValue = DEFAULT_FORMAT,
            converter = FormatName.class,
            completionCandidates = FormatName.class,
            description = "What to render, one or several: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private List<Rendering> formats = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            split = ",",
            converter = MetricName.class,
            description = "Make hgrm and hlog of these metrics alone, and hlog without the warm-up (default: all).")
    private List<Metric> metrics = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR|FILE|-",
            description = "A folder, in which several runs get one each; a file, for one that is made; or - for stdout"
                    + " (default: the run's own folder, and stdout for table and json).")
    private String out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            List<SavedRun> runs = open();
            List<Document> documents = documents(runs);
            Destination destination = Destination.parse(Optional.ofNullable(out), runs, documents);
            for (Document document : documents) {
                write(document, destination.of(document));
            }
            return ExitCode.GOOD;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), "run is not whole: " + Wording.of(e), e);
        }
    }

    private List<SavedRun> open() throws IOException {
        RunFolders saved = new RunFolders(line -> {
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        });
        List<SavedRun> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(saved.open(folder));
        }
        return runs;
    }

    private List<Document> documents(List<SavedRun> runs) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (Rendering format : formats) {
            if (!metrics.isEmpty() && !format.takesMetrics()) {
                throw new IllegalArgumentException("--metric is for hgrm and hlog, not for " + format.label());
            }
            documents.addAll(format.documents(runs, metrics));
        }
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to render: the runs hold no values of that kind");
        }
        return documents;
    }

    private void write(Document document, Optional<Path> to) throws IOException {
        if (to.isEmpty()) {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            document.content().writeTo(text);
            PrintWriter stdout = spec.commandLine().getOut();
            stdout.print(text.toString(StandardCharsets.UTF_8));
            stdout.flush();
            return;
        }
        Path file = to.get();
        makeRoom(file);
        WholeFile.write(file, document.content());
        spec.commandLine().getErr().println("wrote " + file);
        spec.commandLine().getErr().flush();
    }

    private void makeRoom(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalArgumentException("--out (" + folder + ") cannot be written: " + Wording.of(e), e);
        }
        if (!Files.isWritable(folder)) {
            throw new IllegalArgumentException("--out (" + folder + ") cannot be written: permission denied");
        }
    }
}
