package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Every format, made again of the folder of one run. */
class ReportCommandTest {
    @TempDir
    private static Path saved;

    private static Path run;

    @TempDir
    private Path temporary;

    @BeforeAll
    static void measure() {
        run = saved.resolve("run");
        Bench.run("run", "-q", "--mock", "instant", "--max-tokens", "8", "-c", "2", "-n", "50", "--out", run + "");
    }

    private static Bench report(Object... arguments) {
        return Bench.run(Stream.concat(Stream.of("report"), Stream.of(arguments).map(Object::toString))
                .toArray(String[]::new));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void shouldWriteIntoAFolderWhatEachFormatMakes() throws IOException {
        Path out = temporary.resolve("new/out");
        Bench bench = report(run, "--format", "table,json,markdown,junit,benchmark,csv,hlog", "--out", out);
        assertThat(bench.exitCode()).isZero();
        assertThat(files(out))
                .containsExactly(
                        "bench.json",
                        "junit.xml",
                        "latency.hlog",
                        "metrics.csv",
                        "report.txt",
                        "requests.csv",
                        "run.json",
                        "summary.md");
        assertThat(bench.err()).contains("wrote " + out.resolve("junit.xml"));
        for (String file : List.of("summary.md", "junit.xml", "bench.json", "latency.hlog")) {
            assertThat(out.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
        }
    }

    @Test
    void shouldPrintTheTableWhereNobodyAsksForAFile() {
        assertThat(report(run, "--format", "table").out()).contains("50 of 50 requests succeeded", "PREFILL");
    }

    @Test
    void shouldPutFilesBesideTheirRunByDefault() throws IOException {
        report(run, "--format", "csv");
        assertThat(Files.readAllLines(run.resolve("requests.csv")))
                .hasSameSizeAs(Files.readAllLines(run.resolve("requests.jsonl")));
        assertThat(files(run)).contains("metrics.csv").noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void shouldPrintOneFileOfEachRun() {
        Bench bench = report(run, run, "--format", "markdown", "--out", "-");
        assertThat(bench.out()).containsPattern("(?s)\\A# (IN)?VALID.*\n# (IN)?VALID");
    }

    @Test
    void shouldPrintRunJsonAsItIs() throws IOException {
        JsonMapper json = new JsonMapper();
        assertThat(json.readTree(report(run, "--format", "json").out()))
                .isEqualTo(json.readTree(Files.readAllBytes(run.resolve("run.json"))));
    }

    @Test
    void shouldMakeATableOfOneMetricInTheFileAskedFor() throws IOException {
        Path file = temporary.resolve("mine.hgrm");
        report(run, "--format", "hgrm", "--metric", "ttft", "--out", file);
        assertThat(file).hasSameBinaryContentAs(run.resolve("ttft.hgrm"));
    }

    @Test
    void shouldMakeALogOfOneMetricThatOtherToolsRead() throws IOException {
        report(run, "--format", "hlog", "--metric", "e2e", "--out", temporary);
        long values = 0;
        try (HistogramLogReader log =
                new HistogramLogReader(temporary.resolve("e2e.hlog").toFile())) {
            for (EncodableHistogram next = log.nextIntervalHistogram();
                    next != null;
                    next = log.nextIntervalHistogram()) {
                values += ((Histogram) next).getTotalCount();
            }
        }
        assertThat(values).isEqualTo(50);
    }

    @Test
    void shouldPutSeveralRunsIntoFoldersOfTheirOwn() throws IOException {
        Path other = temporary.resolve("other");
        Files.createDirectory(other);
        Files.copy(run.resolve("run.json"), other.resolve("run.json"));
        report(run, other, "--out", temporary.resolve("out"), "--format", "markdown");
        assertThat(temporary.resolve("out/run/summary.md")).exists();
        assertThat(temporary.resolve("out/other/summary.md")).exists();
    }

    @Test
    void shouldSayWhichPartOfARunIsMissing() throws IOException {
        Path other = temporary.resolve("other");
        Files.createDirectory(other);
        Files.copy(run.resolve("run.json"), other.resolve("run.json"));
        Bench bench = report(other, "--format", "csv");
        assertThat(bench.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bench.err())
                .isEqualTo("bench report: run is not whole: " + other.resolve("requests.jsonl") + ": no such file\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --format csv --out -           | --out (-) takes one file of a format, and csv makes several of a run; give a folder
            --format hgrm --out -          | --out (-) takes one file of a format, and hgrm makes several of a run; give a folder, or one --metric
            --format markdown,junit --out x.md | --out (x.md) is one file, and there are 2 to write; give a folder
            --metric ttft                  | --metric is for hgrm and hlog, not for html
            --format markdwn               | Invalid value for option '--format' (FORMAT): 'markdwn' must be one of html, table, json, markdown, junit, benchmark, csv, hgrm, hlog; did you mean markdown?
            --format hgrm --metric thinking | there is nothing to render: the runs hold no values of that kind
            --out /proc/none               | --out (/proc/none) cannot be written: /proc/none: no such file
            """)
    void shouldRefuseWithOneLineWhatCannotBe(String arguments, String line) {
        Bench bench = report(
                Stream.concat(Stream.of(run), Stream.of(arguments.split(" +"))).toArray());
        assertThat(bench.err()).isEqualTo("bench report: " + line + "\n");
        assertThat(bench.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void shouldRefuseAFolderThatHoldsNoRun() {
        Bench bench = report(temporary);
        assertThat(bench.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(bench.err())
                .isEqualTo("bench report: run (" + temporary + ") must be a run folder: it holds no run.json\n");
    }
}
