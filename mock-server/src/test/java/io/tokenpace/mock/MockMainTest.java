package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MockMainTest {
    @Test
    void shouldHaveItsDefaults() {
        MockOptions options = MockMain.options();
        assertThat(options.host()).isEqualTo("127.0.0.1");
        assertThat(options.port()).isZero();
        assertThat(options.profile().name()).isEqualTo("sonnet");
        assertThat(options.timeScale()).isEqualTo(1);
        assertThat(options.seed()).isZero();
        assertThat(options.loops()).isBetween(1, 2);
        assertThat(options.truthLog()).isEmpty();
        assertThat(options.tls()).isFalse();
        assertThat(options.tlsCertificate()).isEmpty();
        assertThat(options.grace()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void shouldReadEveryOption() {
        MockOptions options = MockMain.options(
                "--host",
                "::1",
                "--port",
                "8080",
                "--profile",
                "lesson",
                "--time-scale",
                "2.5",
                "--seed",
                "-5",
                "--truth-log",
                "t.jsonl",
                "--tls",
                "--tls-certificate",
                "mock.pem",
                "--grace",
                "2.5s");
        assertThat(options.host()).isEqualTo("::1");
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.profile().name()).isEqualTo("lesson");
        assertThat(options.timeScale()).isEqualTo(2.5);
        assertThat(options.seed()).isEqualTo(-5);
        assertThat(options.truthLog()).hasValue(Path.of("t.jsonl"));
        assertThat(options.tls()).isTrue();
        assertThat(options.tlsCertificate()).hasValue(Path.of("mock.pem"));
        assertThat(options.grace()).isEqualTo(Duration.ofMillis(2_500));
    }

    @Test
    void shouldSpeakTlsWhenTheCertificateIsWanted() {
        assertThat(MockMain.options("--tls-certificate", "mock.pem").tls()).isTrue();
        assertThat(MockMain.options("--tls").tlsCertificate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 80|option (--prot) must be one of --host, --port, --profile, --time-scale, --seed, --truth-log, --tls, --tls-certificate, --grace, --max-connections",
                "--help|option (--help) must be one of --host, --port, --profile, --time-scale, --seed, --truth-log, --tls, --tls-certificate, --grace, --max-connections",
                "--port|option (--port) must be followed by its value",
                "--port 65536|--port (65536) must be a whole number from 0 to 65535",
                "--port http|--port (http) must be a whole number from 0 to 65535",
                "--grace|option (--grace) must be followed by its value",
                "--grace 10|--grace (10) must be a time with its unit, such as 137.5ms, 30us or 2s",
                "--grace 25h|grace (90000000 ms) must be from 0 to 24 hours",
                "--time-scale fast|--time-scale (fast) must be a number",
                "--time-scale 0|time scale (0.0) must be from 0.001 to 1000.0",
                "--profile opus|profile (opus) must be one of instant, metronome, lesson, sonnet, public-api, or the path of a file",
            })
    void shouldNameTheValueAndTheRule(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MockMain.options(line.split(" ", -1)))
                .withMessage(message);
    }
}
