package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
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
                "t.jsonl");
        assertThat(options.host()).isEqualTo("::1");
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.profile().name()).isEqualTo("lesson");
        assertThat(options.timeScale()).isEqualTo(2.5);
        assertThat(options.seed()).isEqualTo(-5);
        assertThat(options.truthLog()).hasValue(Path.of("t.jsonl"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--prot 80|option (--prot) must be one of --host, --port, --profile, --time-scale, --seed, --truth-log",
                "--help|option (--help) must be one of --host, --port, --profile, --time-scale, --seed, --truth-log",
                "--port|option (--port) must be followed by its value",
                "--port 65536|--port (65536) must be a whole number from 0 to 65535",
                "--port http|--port (http) must be a whole number from 0 to 65535",
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
