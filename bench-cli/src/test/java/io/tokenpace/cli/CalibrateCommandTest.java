package io.tokenpace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokenpace.bench.folder.CalibrationFile;
import io.tokenpace.bench.folder.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A short calibration, as a process of its own with caches and temporary files of its own. How large the errors are is
 * left open: they are the machine's as much as the tool's.
 */
class CalibrateCommandTest {
    private static final long PATIENCE_S = 120;

    @TempDir
    private Path temporary;

    private Process start(String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.tokenpace.cli.Main"));
        command.addAll(List.of(arguments.split(" ", -1)));
        ProcessBuilder builder = new ProcessBuilder(command);
        Files.createDirectories(temporary.resolve("tmp"));
        builder.environment().put("XDG_CACHE_HOME", temporary.resolve("caches").toString());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary.resolve("tmp"));
        return builder.start();
    }

    private String finish(Process bench, int... exitCodes) throws Exception {
        CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> text(bench.getErrorStream()));
        String out = text(bench.getInputStream());
        assertThat(bench.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(exitCodes).as(err.get(PATIENCE_S, TimeUnit.SECONDS)).contains(bench.exitValue());
        return out;
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode json(String file) throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(temporary.resolve(file)));
    }

    private List<Path> leftBehind() throws IOException {
        try (Stream<Path> files = Files.list(temporary.resolve("tmp"))) {
            return files.filter(path -> path.getFileName().toString().startsWith("tokenpace"))
                    .toList();
        }
    }

    @Test
    void shouldFindTheTruthOfEveryEvent() throws Exception {
        String out = finish(
                start("calibrate --streams 1,8 --pace 4ms -d 1s --format json --out " + temporary.resolve("out")),
                0,
                5);
        JsonNode calibration = json("out/calibration.json");
        assertThat(new JsonMapper().readTree(out)).isEqualTo(calibration);
        assertSchema("calibration.schema.json", CalibrationFile.class, calibration);
        assertThat(calibration.get("steps")).hasSize(2);
        for (JsonNode step : calibration.get("steps")) {
            assertComparedInFull(step);
        }
        assertThat(Files.readString(temporary.resolve("out/calibration.svg"))).startsWith("<svg ");
        assertThat(temporary.resolve("out/streams-8/run.json")).exists();
        assertThat(leftBehind()).isEmpty();
    }

    private static void assertComparedInFull(JsonNode step) {
        int answers = step.get("answers").asInt();
        assertThat(answers).isPositive();
        assertThat(step.get("unmatched").asInt()).isZero();
        assertThat(step.get("events").asInt()).isEqualTo(32 * answers);
        assertThat(step.get("arrivals").asInt()).isBetween(answers, 32 * answers);
        assertThat(step.at("/ttft_error/count").asInt()).isEqualTo(answers);
        assertThat(step.at("/gap_error/count").asInt())
                .isEqualTo(step.get("arrivals").asInt() - answers);
        assertThat(step.at("/request_delay/signed_p50_us").asDouble()).isPositive();
        assertThat(step.at("/mock_lateness/count").asInt()).isEqualTo(32 * answers);
        assertThat(step.at("/mock_lateness/signed_p50_us").asDouble()).isNotNegative();
        assertThat(step.at("/reason").asString("")).doesNotContain("clocks", "truth", "failed");
        assertThat(step.at("/cpu/mock_us").asDouble()).isNotNegative();
    }

    private static void assertSchema(String name, Class<?> beside, JsonNode document) throws IOException {
        try (InputStream text = beside.getResourceAsStream(name)) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
            assertThat(schema.validate(document)).isEmpty();
        }
    }

    private String run(String name) throws Exception {
        return finish(
                start("run -q --mock metronome -c 2 -n 4 --max-tokens 4 --warmup 0 --out " + temporary.resolve(name)),
                0,
                5);
    }

    /** Keeps a calibration of this machine, its Java named as told, for later runs to find. */
    private void calibrated(String java) throws IOException {
        String sample = text(getClass().getResourceAsStream("calibration.json"));
        Files.createDirectories(temporary.resolve("caches/tokenpace"));
        Files.writeString(
                temporary.resolve("caches/tokenpace/calibration.json"),
                sample.replace("CPU", ThisMachine.machine().cpu())
                        .replace("12345", Runtime.getRuntime().availableProcessors() + "")
                        .replace("KERNEL", ThisMachine.machine().kernel())
                        .replace("JAVA", java));
    }

    @Test
    void shouldQuoteTheCalibrationOfThisMachine() throws Exception {
        calibrated(Runtime.version().toString());
        assertThat(run("quoting"))
                .contains("accuracy    ttft off by 41 us p50, 83 us p90, gaps by 21 and 47,"
                        + " calibrated at 10 streams on\n            2026-11-20\n");
        JsonNode quoting = json("quoting/run.json");
        assertThat(quoting.at("/client/calibration/streams").asInt()).isEqualTo(10);
        assertThat(quoting.at("/client/calibration/gap_error_p90_us").asDouble())
                .isEqualTo(47);
        assertSchema("run.schema.json", RunFolder.class, quoting);
    }

    @Test
    void shouldNotQuoteTheCalibrationOfAnotherJava() throws Exception {
        calibrated("11.0.1+13");
        assertThat(run("plain")).contains("accuracy    unknown at this load: `bench calibrate` measures");
        assertThat(json("plain/run.json").at("/client/calibration").isMissingNode())
                .isTrue();
    }

    @Test
    void shouldLeaveNoProcessAndNoFileWhenKilled() throws Exception {
        Process bench = start("calibrate --streams 1 -d 10m --out " + temporary.resolve("out"));
        try (BufferedReader err = new BufferedReader(new InputStreamReader(bench.getErrorStream(), UTF_8))) {
            // The first line of progress: the mock serves.
            assertThat(err.lines().anyMatch(line -> line.contains("in flight"))).isTrue();
            List<ProcessHandle> children = bench.children().toList();
            assertThat(children).hasSize(1);
            bench.destroyForcibly();
            children.get(0).onExit().get(PATIENCE_S, TimeUnit.SECONDS);
        }
        assertThat(bench.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void shouldKeepWhatWasMeasuredWhenTerminated() throws Exception {
        Process bench = start("calibrate --streams 1 -d 10m --out " + temporary.resolve("out"));
        try (BufferedReader err = new BufferedReader(new InputStreamReader(bench.getErrorStream(), UTF_8))) {
            assertThat(err.lines().anyMatch(line -> line.contains("in flight"))).isTrue();
            List<ProcessHandle> children = bench.children().toList();
            bench.destroy();
            assertThat(bench.waitFor(PATIENCE_S, TimeUnit.SECONDS)).isTrue();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
        }
        assertThat(bench.exitValue()).isEqualTo(143);
        assertThat(json("out/calibration.json").get("state").asString()).isEqualTo("interrupted");
        assertThat(temporary.resolve("caches")).doesNotExist();
    }
}
