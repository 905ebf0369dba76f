package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys go to the service and nowhere else, though the service repeats them in its refusals. */
class SecretsTest {
    private static final String KEY = "sk-planted-0123456789abcdef";

    @TempDir
    private Path temporary;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer service;
    private String printed = "";

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", this::refuse);
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void refuse(HttpExchange exchange) throws IOException {
        String credentials = Stream.of("x-api-key", "Authorization", "X-Team-Key")
                .map(name -> exchange.getRequestHeaders().getFirst(name))
                .map(String::valueOf)
                .reduce("", (a, b) -> a + " " + b);
        received.add(credentials);
        byte[] body = ("{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"bad key"
                        + credentials + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(401, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + service.getAddress().getPort();
    }

    /** Runs the command as a process of its own and returns everything that it printed or wrote. */
    private String traces(Optional<String> variable, String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.tokenpace.cli.Main",
                "run",
                url(),
                "--debug",
                "--out",
                temporary.resolve("run").toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("printed").toFile());
        variable.ifPresent(name -> builder.environment().put(name, KEY));
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        printed = Files.readString(temporary.resolve("printed"));
        StringBuilder all = new StringBuilder(printed);
        if (Files.exists(temporary.resolve("run"))) {
            try (Stream<Path> files = Files.list(temporary.resolve("run"))) {
                for (Path file : files.toList()) {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return all.toString();
    }

    @Test
    void shouldSendAnthropicsKeyInBothHeadersAndTellItNowhere() throws Exception {
        String traces = traces(Optional.of("ANTHROPIC_API_KEY"), "--api", "anthropic");
        assertThat(received).containsOnly(" " + KEY + " Bearer " + KEY + " null");
        assertThat(traces).contains("bad key [hidden] [hidden]").doesNotContain(KEY);
    }

    @Test
    void shouldSendTheOthersAsABearerTokenAndTellItNowhere() throws Exception {
        String traces = traces(Optional.of("OPENAI_API_KEY"));
        assertThat(received).containsOnly(" null Bearer " + KEY + " null");
        assertThat(traces).contains("bad key").doesNotContain(KEY);
    }

    @Test
    void shouldTakeTheVariableThatIsNamed() throws Exception {
        assertThat(traces(Optional.of("TEAM_KEY"), "--api-key-env", "TEAM_KEY")).doesNotContain(KEY);
        assertThat(received).containsOnly(" null Bearer " + KEY + " null");
    }

    @Test
    void shouldReadAFileOfVariables() throws Exception {
        Path file = Files.writeString(temporary.resolve(".env"), "OPENAI_API_KEY='" + KEY + "'\n");
        assertThat(traces(Optional.empty(), "--env-file", file.toString())).doesNotContain(KEY);
        assertThat(received).containsOnly(" null Bearer " + KEY + " null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Team-Key: " + KEY, "X-Team-Key: ${TEAM_KEY}"})
    void shouldSendAHeaderAndTellItsNameAlone(String header) throws Exception {
        String traces = traces(Optional.of("TEAM_KEY"), "--header", header);
        assertThat(received).containsOnly(" null null " + KEY);
        assertThat(traces).contains("X-Team-Key: ").doesNotContain(KEY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--header|Authorization:|Bearer|" + KEY,
                "--header|" + KEY,
                "--header|X-Key: " + KEY + "\u0001",
                "--headr|X-Key: " + KEY,
                "--api-key-env|NO_SUCH_VARIABLE"
            })
    void shouldRefuseWhatIsMistypedWithoutRepeatingIt(String options) throws Exception {
        assertThat(traces(Optional.of("OPENAI_API_KEY"), options.split("\\|"))).doesNotContain(KEY);
        assertThat(printed).startsWith("bench run: ");
        assertThat(received).isEmpty();
    }
}
