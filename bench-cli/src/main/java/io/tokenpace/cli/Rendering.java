package io.tokenpace.cli;

import io.tokenpace.bench.folder.PercentileTable;
import io.tokenpace.bench.folder.SavedLatencies;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.report.ConsoleReport;
import io.tokenpace.bench.report.JsonReport;
import io.tokenpace.bench.report.MetricsCsv;
import io.tokenpace.bench.report.ReportFile;
import io.tokenpace.bench.report.RequestsCsv;
import io.tokenpace.bench.report.RunReports;
import io.tokenpace.bench.report.html.HtmlReport;
import io.tokenpace.bench.result.Metric;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A format that {@code bench report} renders, and the files that it makes of a run. */
enum Rendering {
    HTML,
    TABLE,
    JSON,
    MARKDOWN,
    JUNIT,
    BENCHMARK,
    CSV,
    HGRM,
    HLOG;

    /** The name by which the page lies in a run folder. */
    static final String PAGE = "report.html";

    /** Writes one page over one run or several. */
    static void writePage(List<SavedRun> runs, OutputStream out) throws IOException {
        new HtmlReport(Version.number(), Clock.systemUTC()).write(runs, out);
    }

    /** Reads the name used on the command line. */
    static Rendering ofLabel(String label) {
        int place = labels().indexOf(label.toLowerCase(Locale.ROOT));
        if (place < 0) {
            throw new IllegalArgumentException(Spelling.mustBeOneOf(label, labels()));
        }
        return values()[place];
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Rendering::label).toList();
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether it is for the terminal where nobody asks for a file. */
    boolean isPrinted() {
        return this == TABLE || this == JSON;
    }

    /** Returns whether it can be made of some metrics alone. */
    boolean takesMetrics() {
        return this == HGRM || this == HLOG;
    }

    /**
     * Returns the files of some runs.
     *
     * @param metrics of which they are to be; all where none is named
     */
    List<Document> documents(List<SavedRun> runs, List<Metric> metrics) throws IOException {
        if (this == HTML) {
            Optional<SavedRun> only = runs.size() == 1 ? Optional.of(runs.get(0)) : Optional.empty();
            return List.of(new Document(this, only, PAGE, out -> writePage(runs, out)));
        }
        List<Document> documents = new ArrayList<>();
        for (SavedRun run : runs) {
            for (ReportFile file : files(run, metrics)) {
                documents.add(new Document(
                        this,
                        Optional.of(run),
                        file.name(),
                        out -> file.report().write(run, out)));
            }
        }
        return documents;
    }

    private List<ReportFile> files(SavedRun run, List<Metric> metrics) throws IOException {
        return switch (this) {
            case HTML -> List.of();
            case TABLE -> List.of(ReportFile.of("report.txt", new ConsoleReport()));
            case JSON -> List.of(ReportFile.of("run.json", new JsonReport()));
            case MARKDOWN -> List.of(RunReports.SUMMARY);
            case JUNIT -> List.of(RunReports.TESTS);
            case BENCHMARK -> List.of(RunReports.BENCHMARKS);
            case CSV ->
                List.of(
                        new ReportFile("requests.csv", new RequestsCsv()),
                        ReportFile.of("metrics.csv", new MetricsCsv()));
            case HGRM -> percentileTables(run, metrics);
            case HLOG -> intervalLogs(metrics);
        };
    }

    private static List<ReportFile> percentileTables(SavedRun run, List<Metric> metrics) throws IOException {
        List<ReportFile> tables = new ArrayList<>();
        run.histograms().forEach((metric, values) -> {
            if (metrics.isEmpty() || metrics.contains(metric)) {
                tables.add(new ReportFile(
                        PercentileTable.fileName(metric), (same, out) -> PercentileTable.write(metric, values, out)));
            }
        });
        return tables;
    }

    private static List<ReportFile> intervalLogs(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            return List.of(new ReportFile("latency.hlog", (run, out) -> new SavedLatencies(run).copyTo(out)));
        }
        return metrics.stream()
                .map(metric -> new ReportFile(
                        metric.label() + ".hlog", (run, out) -> new SavedLatencies(run).writeMeasured(metric, out)))
                .toList();
    }
}
