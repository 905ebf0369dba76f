package io.tokenpace.mock.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.mock.model.Prefill;
import io.tokenpace.mock.model.ServiceParameters;
import io.tokenpace.mock.model.Stall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    private static final double HALF = 0.5;

    @TempDir
    private Path folder;

    @Test
    void shouldKnowItsNames() {
        assertThat(Profiles.names()).containsExactly("instant", "metronome", "lesson", "sonnet");
        assertThat(Profiles.names())
                .allSatisfy(name -> assertThat(Profiles.load(name).name()).isEqualTo(name));
    }

    @Test
    void shouldLoadTheLessonWithItsFormula() {
        ServiceParameters lesson = Profiles.load("lesson").service();
        assertThat(lesson.prefill()).isEqualTo(new Prefill(0, 137_500_000, 50_000, 0, 0));
        assertThat(lesson.pace().tokenNanos(HALF)).isEqualTo(30_000_000);
        assertThat(lesson.networkNanos().quantile(HALF)).isZero();
    }

    @Test
    void shouldLoadSonnetWithItsPublishedFigures() {
        ServiceParameters sonnet = Profiles.load("sonnet").service();
        assertThat(sonnet.networkNanos().quantile(HALF)).isEqualTo(90e6);
        assertThat(sonnet.queueNanos().quantile(0.99)).isCloseTo(500e6, within(1e6));
        assertThat(sonnet.prefill().nanos(1_000, 0)).isEqualTo(47_525_000);
        assertThat(sonnet.prefill().nanos(100_000, 0)).isEqualTo(5_000_000_000L);
        assertThat(sonnet.prefill().nanos(0, 100_000)).isEqualTo(200_000_000);
        assertThat(1e9 / sonnet.pace().tokenNanos(0.05)).isCloseTo(50, within(0.1));
        assertThat(1e9 / sonnet.pace().tokenNanos(0.95)).isCloseTo(100, within(0.2));
    }

    @Test
    void shouldLoadAFileWithSlotsAndStalls() throws IOException {
        ServiceParameters service = load("""
                        prefill: {floor: 1ms, fixed: 2.5us, per_token: 0.3ns, per_token_squared: 1e-3 ns, per_cached_token: 2 µs}
                        decode: {token_time: {normal: {mean: 30ms, sd: 2ms}}}
                        slots: 3
                        stalls: [{from: 5s, for: 1s}, {from: 1m, for: 250ms}]
                        """).service();
        assertThat(service.prefill()).isEqualTo(new Prefill(1e6, 2_500, 0.3, 0.001, 2_000));
        assertThat(service.slots()).hasValue(3);
        assertThat(service.stalls())
                .containsExactly(
                        new Stall(Duration.ofSeconds(5), Duration.ofSeconds(1)),
                        new Stall(Duration.ofMinutes(1), Duration.ofMillis(250)));
        assertThat(service.pace().tokenNanos(HALF)).isCloseTo(30e6, within(1.0));
    }

    @Test
    void shouldListTheKnownNamesWhenTheNameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.load("sonet"))
                .withMessage(
                        "profile (sonet) must be one of instant, metronome, lesson, sonnet, or the path of a file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "decode: {token_time: 30}|decode.token_time (30) must be a time with its unit",
                "decode: {token_time: -3ms}|decode.token_time (-3ms) must be a time with its unit",
                "decode: {token_rate: 0}|decode.token_rate (0) must be a positive number of tokens a second",
                "decode: {token_rate: 50ms}|decode.token_rate (50ms) must be a positive number",
                "decode: {token_time: 1ms, token_rate: 5}|decode must have exactly one of token_time and token_rate",
                "decode: {}|decode must have exactly one of token_time and token_rate",
                "network: 1ms|decode must be given",
                "decode: 30ms|decode (\"30ms\") must be a mapping",
                "{decode: {token_time: 1ms}, netwrok: 3ms}|netwrok (3ms) is unknown; known here: name, source, mode",
                "{decode: {token_time: 1ms, jitter: 3}}|decode.jitter (3) is unknown; known here: token_time, token_rate",
                "{decode: {token_time: {unifrom: {min: 1ms}}}}|decode.token_time.unifrom: must be one of uniform, normal",
                "{decode: {token_time: {uniform: {min: 1ms}}}}|decode.token_time.uniform.max must be given",
                "{decode: {token_time: {uniform: {min: 2ms, max: 1ms}}}}|decode.token_time.uniform: max (1000000.0) must not",
                "{decode: {token_time: {lognormal: {median: 2ms, sigma: 1ms}}}}|lognormal.sigma (1ms) must be a number",
                "{decode: {token_time: 1ms}, slots: 0}|slots (0) must be a whole number, at least 1",
                "{decode: {token_time: 1ms}, stalls: {from: 1s}}|must be a list",
                "{decode: {token_time: 1ms}, stalls: [{from: 1s}]}|stalls[0].for must be given",
                "{decode: {token_time: 1ms}, mode: batch}|mode (batch) must be isolated",
                "{decode: {token_time: 1ms}, answer_tokens: 5}|answer_tokens (5) must be unlimited",
                "{decode: {token_time: 1ms}, decode: {token_time: 2ms}}|must be YAML",
                "- 1|the file must be a mapping",
            })
    void shouldNameTheKeyTheValueAndTheRule(String yaml, String complaint) throws IOException {
        Path file = write(yaml);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.load(file.toString()))
                .withMessageStartingWith("profile " + file + ": ")
                .withMessageContaining(complaint)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "a: [", "\t", "key: 'open"})
    void shouldRefuseWhatIsNoYamlInOneLine(String text) throws IOException {
        Path file = write(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.load(file.toString()))
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void shouldAcceptTheLeastAProfileNeeds() {
        assertThatNoException().isThrownBy(() -> load("decode: {token_time: 0ms}"));
    }

    private Profile load(String yaml) throws IOException {
        return Profiles.load(write(yaml).toString());
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("profile.yaml"), yaml);
    }
}
