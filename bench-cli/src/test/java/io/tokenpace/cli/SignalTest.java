package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
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
    private static final long SIGINT_BIT = 1 << 1;

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

    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & SIGINT_BIT) != 0);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void shouldKeepThePartialResultWhenInterrupted(String signal, int exitCode) throws Exception {
        assumeThat(signal.equals("INT") && ignoresInterrupts())
                .as("a shell's background job ignores SIGINT, and so do its children")
                .isFalse();
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
        RunSchema.assertHolds(run);
        assertThat(Files.readString(out.resolve("summary.md"))).containsPattern("\\A# (IN)?VALID \\(interrupted\\): ");
        assertThat(out.resolve("junit.xml")).exists();
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
                    "--api",
                    "anthropic",
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

    @Test
    void shouldEndTheMockAtOnceWhenSignalledAgain() throws Exception {
        Process mock = start(
                "mock",
                "--profile",
                "metronome",
                "--grace",
                "1h",
                "--truth-log",
                truthLog().toString());
        try (BufferedReader out = reader(mock.getInputStream());
                BufferedReader err = reader(mock.getErrorStream());
                Socket client = endlessStream(out.readLine())) {
            assertThat(client.getInputStream().read()).isNotNegative();
            kill("TERM", mock);
            assertThat(said(err)).isEqualTo("stopping: 1 answer under way, waiting up to 3600s");
            kill("TERM", mock);
            assertThat(mock.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(mock.exitValue()).isEqualTo(143);
            assertThat(said(err)).isEmpty();
        } finally {
            mock.destroyForcibly();
        }
    }

    @Test
    void shouldTellWhatTheMockServedAndCutWhenItIsStopped() throws Exception {
        Process mock = start(
                "mock",
                "--profile",
                "metronome",
                "--grace",
                "1ms",
                "--truth-log",
                truthLog().toString());
        try (BufferedReader out = reader(mock.getInputStream());
                BufferedReader err = reader(mock.getErrorStream());
                Socket client = endlessStream(out.readLine())) {
            assertThat(client.getInputStream().read()).isNotNegative();
            kill("TERM", mock);
            assertThat(said(err)).isEqualTo("stopping: 1 answer under way, waiting up to 1ms");
            assertThat(said(err))
                    .matches(
                            "served 1 request, 1 of them cut; events were written p50 .*, p90 .*, p99 .* after they were"
                                    + " due; the machine itself was p99 .* late");
            assertThat(mock.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            mock.destroyForcibly();
        }
        assertThat(Files.readAllLines(truthLog())).last().isEqualTo("{\"dropped_requests\":0}");
    }

    private Path truthLog() {
        return temporary.resolve("truth.jsonl");
    }

    private static BufferedReader reader(InputStream stream) {
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    /** Returns what the mock says next; a logger without a backend, or the JVM about a native library, may come first. */
    private static String said(BufferedReader err) throws IOException {
        String line = err.readLine();
        while (line != null && !line.startsWith("stopping: ") && !line.startsWith("served ")) {
            line = err.readLine();
        }
        return line == null ? "" : line;
    }

    private static void kill(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, process.pid() + "").start().waitFor();
    }

    /** Asks for an answer that takes the better part of an hour. */
    private static Socket endlessStream(String listening) throws IOException {
        URI uri = URI.create(listening.substring("listening ".length()));
        Socket client = new Socket(uri.getHost(), uri.getPort());
        String body = "{\"model\":\"any\",\"max_tokens\":100000,\"stream\":true,"
                + "\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}";
        client.getOutputStream()
                .write(("POST /v1/messages HTTP/1.1\r\nhost: mock\r\nanthropic-version: 2023-06-01\r\ncontent-length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }
}
