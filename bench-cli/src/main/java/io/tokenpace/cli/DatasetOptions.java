package io.tokenpace.cli;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.workload.ScriptedWorkload;
import io.tokenpace.bench.workload.dataset.DatasetWorkload;
import io.tokenpace.bench.workload.dataset.Datasets;
import io.tokenpace.bench.workload.source.BrokenLines;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A file that says what to ask. */
final class DatasetOptions {
    @Option(
            names = "--dataset",
            paramLabel = "FILE",
            description = "Ask what this file says, instead of words of a size: prompts or messages as JSON Lines or as"
                    + " a JSON array, or ShareGPT; gzipped or not.")
    private Path dataset;

    @Option(
            names = "--broken-lines",
            paramLabel = "WHAT",
            defaultValue = "fatal",
            description =
                    "What a broken line of a dataset or a trace does: fatal (it ends the run) or skip (it is passed over)"
                            + " (default: ${DEFAULT-VALUE}).")
    private BrokenLines brokenLines;

    BrokenLines brokenLines() {
        return brokenLines;
    }

    Optional<Path> file() {
        return Optional.ofNullable(dataset);
    }

    /**
     * Returns the samples behind the first {@code skipped}.
     *
     * @param maxTokens the answers' sizes where the file names none
     */
    ScriptedWorkload items(String model, SizeSpec maxTokens, long seed, long skipped) {
        Draws draws = Draws.of(seed, "dataset.max_tokens");
        return new DatasetWorkload(
                Datasets.open(dataset, brokenLines), model, index -> maxTokens.at(draws.uniform(index)), skipped);
    }

    /** Returns the same for options that ask the same. */
    String sketch() {
        return dataset + " " + brokenLines;
    }
}
