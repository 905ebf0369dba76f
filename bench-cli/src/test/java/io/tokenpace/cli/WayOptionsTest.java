package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WayOptionsTest {
    private static final String SHORT = " --api anthropic --max-tokens 4 -c 2 -n 6 -q ";

    @TempDir
    private Path temporary;

    private Bench run(String arguments) {
        return Bench.run(("run --out " + temporary.resolve("run") + SHORT + arguments).split(" ", -1));
    }

    private JsonNode runJson() throws IOException {
        return new JsonMapper().readTree(Files.readAllBytes(temporary.resolve("run/run.json")));
    }

    private static MockServer mock(boolean tls) throws IOException {
        MockOptions options = MockOptions.of(Profiles.load("instant"));
        return MockServer.start(tls ? options.withTls() : options);
    }

    @Test
    void shouldMeasureAServiceInHttps() throws IOException {
        try (MockServer mock = mock(true)) {
            Path ca = Files.writeString(
                    temporary.resolve("mock.pem"), mock.certificatePem().orElseThrow());
            Bench bench = run("https://localhost:" + mock.uri().getPort() + " --ca " + ca);
            assertThat(bench.unwrapped()).contains("6 of 6 requests succeeded");
            assertThat(bench.err()).doesNotContain("WARNING");
        }
    }

    @Test
    void shouldWarnLoudlyThatNobodyIsVerified() throws IOException {
        try (MockServer mock = mock(true)) {
            Bench bench = run("https://localhost:" + mock.uri().getPort() + " --insecure");
            assertThat(bench.err().lines().findFirst())
                    .hasValueSatisfying(
                            line -> assertThat(line)
                                    .isEqualTo(
                                            "WARNING: nobody verified that the service is the one it claims to be: --insecure"));
            assertThat(runJson().at("/verdict/notes").toString()).contains("--insecure");
            assertThat(runJson().at("/totals/succeeded").asInt()).isEqualTo(6);
        }
    }

    @Test
    void shouldSayWhyACertificateIsRefused() throws IOException {
        try (MockServer mock = mock(true)) {
            Bench bench = run("https://localhost:" + mock.uri().getPort());
            assertThat(bench.exitCode()).isEqualTo(ExitCode.TARGET_UNUSABLE);
            assertThat(bench.unwrapped())
                    .contains("signed by nobody who is trusted here; --ca FILE names whom to trust");
            assertThat(runJson().at("/errors/0/kind").asString()).isEqualTo("tls");
        }
    }

    @Test
    void shouldNameEveryUrlInTheManifest() throws IOException {
        try (MockServer one = mock(false);
                MockServer other = mock(false)) {
            Bench bench = run(one.uri() + " --url " + other.uri() + "/");
            assertThat(bench.unwrapped()).contains("6 of 6 requests succeeded");
            assertThat(runJson().at("/manifest/target").asString()).isEqualTo(one.uri() + ", " + other.uri());
        }
    }

    @Test
    void shouldKeepTheProxysAccountToItself() throws IOException {
        Bench bench = run("http://127.0.0.1:1 --proxy http://me:sesame@127.0.0.1:1");
        assertThat(bench.exitCode()).isEqualTo(ExitCode.TARGET_UNUSABLE);
        assertThat(bench.out() + bench.err() + runJson())
                .doesNotContain("sesame")
                .contains("http://…@127.0.0.1:1");
    }

    @Test
    void shouldReachThisMachineWithoutAProxyWhenToldSo() throws IOException {
        try (MockServer mock = mock(false)) {
            assertThat(run(mock.uri() + " --proxy none").out()).contains("6 of 6 requests succeeded");
        }
    }
}
