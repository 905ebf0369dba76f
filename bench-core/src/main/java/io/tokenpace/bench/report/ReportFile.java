package io.tokenpace.bench.report;

import java.nio.charset.StandardCharsets;

/**
 * A file that is made of a saved run.
 *
 * @param name by which it lies in the run folder
 * @param report what it holds
 */
public record ReportFile(String name, SavedReport report) {
    /** Returns a file that is made of {@code run.json} alone. */
    public static ReportFile of(String name, ReportFormat format) {
        return new ReportFile(
                name, (run, out) -> out.write(format.render(run.result()).getBytes(StandardCharsets.UTF_8)));
    }
}
