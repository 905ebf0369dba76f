package io.tokenpace.cli;

import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.report.RunReports;
import io.tokenpace.bench.report.WholeFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What is left to do once the result of a run is in its folder, however it ended. */
final class FinishedRun {
    private FinishedRun() {}

    /**
     * Writes the reports beside the result, which is worth no less where that fails.
     *
     * @return whether they are whole; if not, a line says so
     */
    static boolean report(Path folder, PrintWriter err) {
        try {
            SavedRun run = SavedRun.open(folder);
            RunReports.writeInto(run);
            WholeFile.write(folder.resolve(Rendering.PAGE), out -> Rendering.writePage(List.of(run), out));
            return true;
        } catch (IOException | RuntimeException e) {
            err.println("the reports in " + folder + " are not whole: " + Wording.of(e)
                    + "; `bench report` writes them again");
            err.flush();
            return false;
        }
    }
}
