package io.tokenpace.bench.report;

import io.tokenpace.bench.folder.SavedRun;
import java.io.IOException;
import java.io.OutputStream;

/** One way to write a run that lies in its folder. */
@FunctionalInterface
public interface SavedReport {
    /** Writes the whole of it, and leaves the stream open. */
    void write(SavedRun run, OutputStream out) throws IOException;
}
