package io.tokenpace.cli;

import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.Records;
import io.tokenpace.bench.folder.RunFolder;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a run folder keeps of its requests. */
final class RecordsOptions {
    @Option(
            names = "--records",
            paramLabel = "KEEP",
            defaultValue = "auto",
            description =
                    "Which requests get a line in requests.jsonl: ${COMPLETION-CANDIDATES}; auto keeps all up to a"
                            + " million, then failures, the slowest and a sample (default: ${DEFAULT-VALUE}). The figures hold"
                            + " every request in any case.")
    private Records records;

    /**
     * Creates a run folder.
     *
     * @param seed decides on the sample of the requests
     * @throws IllegalArgumentException if it cannot be written
     */
    RunFolder create(Path path, LogStart start, long seed) {
        try {
            return RunFolder.create(path, start, records, seed);
        } catch (IOException e) {
            throw new IllegalArgumentException("--out (" + path + ") cannot be written: " + Wording.of(e), e);
        }
    }
}
