package io.tokenpace.bench.report;

import io.tokenpace.bench.folder.SavedRun;
import java.io.IOException;
import java.util.List;

/** The reports that a finished run leaves in its folder, for people and for build servers. */
public final class RunReports {
    public static final ReportFile SUMMARY = ReportFile.of("summary.md", new MarkdownReport());
    public static final ReportFile TESTS = ReportFile.of("junit.xml", new JunitReport());
    public static final ReportFile BENCHMARKS = ReportFile.of("bench.json", new BenchmarkReport());

    private static final List<ReportFile> ALL = List.of(SUMMARY, TESTS, BENCHMARKS);

    private RunReports() {}

    /** Writes them all into the run's folder, from what it holds. */
    public static void writeInto(SavedRun run) throws IOException {
        for (ReportFile file : ALL) {
            WholeFile.write(
                    run.folder().resolve(file.name()), out -> file.report().write(run, out));
        }
    }
}
