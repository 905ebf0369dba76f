package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a process of its own. */
class SignalTest {
    @TempDir
    private Path temporary;

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.tokenpace.cli.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void shouldKeepThePartialResultWhenInterrupted(String signal, int exitCode) throws Exception {
        Path out = temporary.resolve("run");
        Process bench =
                start("run", "--mock", "lesson", "-c", "4", "-d", "10m", "--max-tokens", "8", "--out", out + "");
        try (BufferedReader progress =
                new BufferedReader(new InputStreamReader(bench.getErrorStream(), StandardCharsets.UTF_8))) {
            // The first line of progress: the load is under way.
            assertThat(progress.lines().anyMatch(line -> line.contains("in flight")))
                    .isTrue();
            new ProcessBuilder("kill", "-" + signal, bench.pid() + "").start().waitFor();
            assertThat(bench.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(bench.exitValue()).isEqualTo(exitCode);
        JsonNode run = new JsonMapper().readTree(Files.readAllBytes(out.resolve("run.json")));
        JsonNode totals = run.get("totals");
        assertThat(run.get("state").asString()).isEqualTo("interrupted");
        assertThat(totals.get("succeeded").asInt()).isPositive();
        assertThat(totals.get("planned").asInt())
                .isEqualTo(totals.get("succeeded").asInt()
                        + totals.get("incomplete").asInt()
                        + totals.get("dropped").asInt());
        assertThat(new String(bench.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("(interrupted)");
    }

    @Test
    void shouldServeTheMockUntilItIsStopped() throws Exception {
        Process mock = start("mock", "--profile", "instant");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(mock.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).startsWith("listening http://127.0.0.1:");
            Bench bench = Bench.run(
                    "run",
                    line.substring("listening ".length()),
                    "-c",
                    "2",
                    "-n",
                    "10",
                    "--out",
                    temporary.resolve("run").toString());
            assertThat(bench.out()).contains("10 of 10 requests succeeded");
        } finally {
            mock.destroy();
        }
        assertThat(mock.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(mock.exitValue()).isEqualTo(143);
    }
}
