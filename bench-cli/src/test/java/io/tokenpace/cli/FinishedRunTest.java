package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a run leaves for people and build servers, whatever became of it. */
class FinishedRunTest {
    @TempDir
    private Path temporary;

    private Bench run(String arguments) {
        return Bench.run(("run -q --out " + temporary.resolve("run") + " " + arguments).split(" ", -1));
    }

    private void assertReported(String firstLine) throws IOException {
        Path run = temporary.resolve("run");
        RunSchema.assertHolds(new JsonMapper().readTree(Files.readAllBytes(run.resolve("run.json"))));
        assertThat(Files.readAllLines(run.resolve("summary.md")).get(0)).matches(firstLine);
        assertThat(Files.readString(run.resolve("junit.xml")))
                .startsWith("<?xml")
                .contains("run is valid");
        assertThat(new JsonMapper()
                        .readTree(Files.readAllBytes(run.resolve("bench.json")))
                        .isArray())
                .isTrue();
    }

    @Test
    void shouldLeaveItsReportsAfterAGoodRun() throws IOException {
        run("--mock instant --max-tokens 4 -c 2 -n 20");
        assertReported("# (IN)?VALID: 20 of 20 requests succeeded");
    }

    @Test
    void shouldLeaveItsReportsAfterAnInvalidRun() throws IOException {
        Bench bench = run("--mock instant --prompt-tokens 5000 --max-tokens 4 -c 2 -n 5 --max-total-tokens 2000");
        assertThat(bench.exitCode()).isEqualTo(ExitCode.INVALID);
        assertReported("# INVALID: .*");
    }

    @Test
    void shouldLeaveItsReportsWhereTheTargetIsUnusable() throws IOException {
        Bench bench = run("http://127.0.0.1:1 --model m -c 1 -n 1");
        assertThat(bench.exitCode()).isEqualTo(ExitCode.TARGET_UNUSABLE);
        assertReported("# INVALID: 0 of 0 requests succeeded");
    }

    @Test
    void shouldSayInOneLineThatReportsAreMissingAndKeepTheResult() throws IOException {
        run("--mock instant --max-tokens 4 -c 2 -n 5");
        Path folder = temporary.resolve("run");
        Files.delete(folder.resolve("summary.md"));
        Files.createDirectory(folder.resolve("summary.md"));
        StringWriter err = new StringWriter();
        assertThat(FinishedRun.report(folder, new PrintWriter(err))).isFalse();
        List<String> lines = err.toString().lines().toList();
        assertThat(lines).singleElement().asString().startsWith("the reports in " + folder + " are not whole: ");
        assertThat(folder.resolve("run.json")).exists();
    }
}
