package io.tokenpace.cli;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.run.Recovery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Opens run folders for reports, and puts together first what a process that died has left. */
final class RunFolders {
    private final Consumer<String> news;

    /** Opens folders; a line of news tells what is not as it should be. */
    RunFolders(Consumer<String> news) {
        this.news = news;
    }

    /**
     * Opens a run folder.
     *
     * @throws IllegalArgumentException if it is none
     */
    SavedRun open(Path folder) throws IOException {
        SavedRun run = SavedRun.open(folder);
        if (!Recovery.isNeeded(run)) {
            return run;
        }
        if (run.isBeingWritten()) {
            throw new IllegalArgumentException("run (" + folder + ") must have ended; a process still writes it");
        }
        news.accept(folder + " was left by a process that died: it is put together again");
        SavedRun recovered = run.with(Recovery.of(run));
        try {
            recovered.save();
        } catch (IOException e) {
            news.accept(folder + " cannot be written, so that its run.json stays as it was: " + Wording.of(e));
        }
        return recovered;
    }
}
