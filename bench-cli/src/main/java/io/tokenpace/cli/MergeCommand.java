package io.tokenpace.cli;

import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.run.Merger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bench merge}: the sum of several runs. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = {
            "Adds runs of one workload that were made on several machines, or one after the other.",
            "Histograms and records are added, percentiles taken of the sums, and rates added. The calendars of the"
                    + " machines tell how far the starts lie apart. An INVALID run makes the sum INVALID."
        },
        footer = {"", "Example: bench merge results/east results/west --out results/both"})
final class MergeCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "RUN", description = "The run folders, two or more.")
    private List<Path> folders = List.of();

    @Mixin
    private OutputOptions output;

    @Mixin
    private RecordsOptions records;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            return merge();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int merge() throws IOException {
        List<SavedRun> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(SavedRun.open(folder));
        }
        Merger merger = new Merger(runs);
        LogStart start = merger.start();
        String id = output.id(start.startUtc(), "merged");
        try (RunFolder folder = records.create(output.folder(id), start, 0)) {
            List<String> command = Manifests.command(spec.commandLine().getParseResult());
            RunResult sum = merger.into(folder, id, command);
            PrintWriter out = spec.commandLine().getOut();
            out.print(output.format().render(sum));
            out.flush();
            PrintWriter err = spec.commandLine().getErr();
            boolean reported = FinishedRun.report(folder.path(), err);
            err.println("results in " + folder.path());
            err.flush();
            return reported ? ExitCode.of(sum) : ExitCode.INTERNAL_ERROR;
        }
    }
}
