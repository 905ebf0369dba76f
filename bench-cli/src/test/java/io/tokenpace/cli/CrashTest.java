package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is left of a run that dies in the middle of its load tells no key: neither what it printed nor any file, whatever
 * the key came from. The service, and the proxy before it, repeat all that they were sent.
 */
class CrashTest {
    private static final String PLANTED = "planted-";
    private static final String KEY = PLANTED + "in-a-file";
    private static final String TEAM_KEY = PLANTED + "in-a-header";
    private static final String SESSION = PLANTED + "in-a-cookie";
    private static final String PASSWORD = PLANTED + "at-the-proxy";
    private static final String STREAM = """
            event: message_start
            data: {"type":"message_start","message":{"usage":{"input_tokens":9,"output_tokens":1}}}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":1}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    @TempDir
    private Path temporary;

    private final CompletableFuture<Process> bench = new CompletableFuture<>();
    private final AtomicBoolean dead = new AtomicBoolean();
    private HttpServer service;
    private Act act = process -> {};

    /** What happens to the run when its load has begun. */
    @FunctionalInterface
    private interface Act {
        void on(Process process) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::serve);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (body.contains("Hello.")) {
                send(exchange, 200, STREAM);
                return;
            }
            if (body.contains("\"stream\"") && dead.compareAndSet(false, true)) {
                act.on(bench.join());
            }
            String all = String.join(
                    " ",
                    exchange.getRequestHeaders().values().stream()
                            .flatMap(List::stream)
                            .toList());
            String words = all.replace("session=", "") + " for " + PASSWORD;
            send(exchange, 401, "{\"type\":\"error\",\"error\":{\"type\":\"no\",\"message\":\"" + words + "\"}}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quiet", "--debug"})
    void shouldTellNoKeyWhenTheResultCannotBeWritten(String option) throws Exception {
        Path result = temporary.resolve("run/run.json");
        act = process -> {
            Files.delete(result);
            Files.createDirectories(result.resolve("in-the-way"));
        };
        assertThat(exitCode(option)).isEqualTo(ExitCode.INTERNAL_ERROR);
        assertThat(Files.readString(temporary.resolve("printed"))).contains("bench run: ", "run.json");
        assertThat(traces()).contains("[hidden]").doesNotContain(PLANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--quiet", "--debug"})
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void shouldTellNoKeyWhenTheVirtualMachineCrashes(String option) throws Exception {
        act = process ->
                new ProcessBuilder("kill", "-SEGV", process.pid() + "").start().waitFor();
        assertThat(exitCode(option)).isNotZero();
        assertThat(traces())
                .contains("# A fatal error has been detected by the Java Runtime Environment")
                .contains("\"state\" : \"running\"")
                .doesNotContain(PLANTED);
    }

    private int exitCode(String option) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-CreateCoredumpOnCrash",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.tokenpace.cli.Main",
                        "run",
                        "http://service.test",
                        "--yes",
                        "--api",
                        "anthropic",
                        "--model",
                        "tiny",
                        "-c",
                        "2",
                        "-n",
                        "20",
                        "--env-file",
                        Files.writeString(keyFile(), "ANTHROPIC_API_KEY=" + KEY).toString(),
                        "--header",
                        "X-Team-Key: ${TEAM_KEY}",
                        "--header",
                        "Cookie: theme=dark; session=${SESSION}",
                        "--out",
                        temporary.resolve("run").toString(),
                        option)
                .directory(Files.createDirectory(temporary.resolve("current")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("printed").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(List.of("no_proxy", "NO_PROXY", "REQUEST_METHOD"));
        environment.put("TEAM_KEY", TEAM_KEY);
        environment.put("SESSION", SESSION);
        environment.put(
                "http_proxy",
                "http://me:" + PASSWORD + "@127.0.0.1:" + service.getAddress().getPort());
        Process process = builder.start();
        bench.complete(process);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Path keyFile() {
        return temporary.resolve(".env");
    }

    /** Returns everything that was printed or written, but for the file that the key was read from. */
    private String traces() throws IOException {
        try (Stream<Path> files = Files.walk(temporary)) {
            return String.join(
                    "\n",
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.equals(keyFile()))
                            .map(CrashTest::read)
                            .toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
