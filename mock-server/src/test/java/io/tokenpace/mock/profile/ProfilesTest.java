package io.tokenpace.mock.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.fault.Fault;
import io.tokenpace.mock.fault.FaultRule;
import io.tokenpace.mock.model.Demand;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.model.RateLimits;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.ServiceParameters;
import io.tokenpace.mock.model.Stall;
import io.tokenpace.mock.model.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilesTest {
    private static final double HALF = 0.5;
    private static final DrawStream ANY = new DrawStream(0);

    @TempDir
    private Path folder;

    @Test
    void shouldKnowItsNames() {
        assertThat(Profiles.names()).containsExactly("instant", "metronome", "lesson", "sonnet", "public-api");
        assertThat(Profiles.names())
                .allSatisfy(name -> assertThat(Profiles.load(name).name()).isEqualTo(name));
    }

    @Test
    void shouldLoadTheLessonWithItsFormula() {
        ServiceParameters lesson = Profiles.load("lesson").service();
        assertThat(lesson.prefill().nanos(0, 0, ANY)).isEqualTo(137_500_000);
        assertThat(lesson.prefill().nanos(850, 0, ANY)).isEqualTo(180_000_000);
        assertThat(lesson.decode().pace().tokenNanos(HALF)).isEqualTo(30_000_000);
        assertThat(lesson.networkNanos().quantile(HALF)).isZero();
    }

    @Test
    void shouldLoadSonnetWithItsPublishedFigures() {
        ServiceParameters sonnet = Profiles.load("sonnet").service();
        assertThat(sonnet.networkNanos().quantile(HALF)).isEqualTo(90e6);
        assertThat(sonnet.queueNanos().quantile(0.99)).isCloseTo(500e6, within(1e6));
        assertThat(sonnet.prefill().nanos(1_000, 0, ANY)).isEqualTo(47_525_000);
        assertThat(sonnet.prefill().nanos(100_000, 0, ANY)).isEqualTo(5_000_000_000L);
        assertThat(sonnet.prefill().nanos(0, 100_000, ANY)).isEqualTo(200_000_000);
        assertThat(1e9 / sonnet.decode().pace().tokenNanos(0.05)).isCloseTo(50, within(0.1));
        assertThat(1e9 / sonnet.decode().pace().tokenNanos(0.95)).isCloseTo(100, within(0.2));
    }

    @Test
    void shouldLoadThePublicApiWithItsPublishedFigures() {
        Profile profile = Profiles.load("public-api");
        ServiceParameters service = profile.service();
        assertThat(profile.source()).contains("public trackers");
        assertThat(service.queueNanos().quantile(HALF)).isCloseTo(1.3e9, within(1.0));
        assertThat(1e9 / service.decode().pace().tokenNanos(HALF)).isCloseTo(60, within(1e-9));
        assertThat(service.answerTokens().orElseThrow().quantile(HALF)).isCloseTo(250, within(1e-6));
    }

    @Test
    void shouldGiveThePublicApiItsClosedForms() {
        IsolatedService service =
                new IsolatedService(Profiles.load("public-api").service());
        double[] ttftNanos = new double[20_000];
        double[] tokens = new double[ttftNanos.length];
        for (int i = 0; i < ttftNanos.length; i++) {
            Demand demand = new Demand(RequestKey.named(0, "request-" + i), 500, 0, 128_000);
            Timeline timeline = service.admit(demand, 0, () -> {});
            ttftNanos[i] = timeline.dueNanos(1);
            tokens[i] = timeline.length().tokens();
            assertThat(timeline.dueNanos(timeline.events() - 1) - timeline.dueNanos(1))
                    .isEqualTo(Math.round((timeline.length().tokens() - 1) * (1e9 / 60)));
        }
        // A lognormal mean is √(1 + cv²) medians; its standard error here is cv / √20,000, or 0.4 and 0.6 %.
        assertThat(Arrays.stream(ttftNanos).average().orElseThrow())
                .isCloseTo(1.3e9 * Math.sqrt(1.25), withinPercentage(1.5));
        assertThat(Arrays.stream(tokens).average().orElseThrow())
                .isCloseTo(250 * Math.sqrt(1.64), withinPercentage(2.4));
    }

    @Test
    void shouldLoadAFileWithSlotsAndStalls() throws IOException {
        ServiceParameters service = load("""
                        prefill: {floor: 1ms, fixed: 2.5us, per_token: 0.3ns, per_token_squared: 1e-3 ns, per_cached_token: 2 µs}
                        decode: {token_time: {normal: {mean: 30ms, sd: 2ms}}}
                        slots: 3
                        stalls: [{from: 5s, for: 1s}, {from: 1m, for: 250ms}]
                        """).service();
        assertThat(service.prefill().nanos(0, 3, ANY)).isEqualTo(1_006_000);
        // 2,500 + 0.3 · 10⁵ + 0.001 · 10¹⁰
        assertThat(service.prefill().nanos(100_000, 0, ANY)).isEqualTo(10_032_500);
        assertThat(service.slots()).hasValue(3);
        assertThat(service.stalls())
                .containsExactly(
                        new Stall(Duration.ofSeconds(5), Duration.ofSeconds(1)),
                        new Stall(Duration.ofMinutes(1), Duration.ofMillis(250)));
        assertThat(service.decode().pace().tokenNanos(HALF)).isCloseTo(30e6, within(1.0));
    }

    @Test
    void shouldLoadAFileWithFaults() throws IOException {
        Profile profile = load("""
                        decode: {token_time: 30ms}
                        faults:
                          - {fault: stall token=5 for=2s, rate: 0.01, from: 10s, for: 1m}
                          - {fault: silence}
                        """);

        assertThat(profile.faults())
                .containsExactly(
                        new FaultRule(
                                Fault.parse("stall token=5 for=2s"),
                                0.01,
                                Duration.ofSeconds(10),
                                Optional.of(Duration.ofMinutes(1))),
                        new FaultRule(Fault.parse("silence"), 1, Duration.ZERO, Optional.empty()));
    }

    @Test
    void shouldLoadAFileWithEveryTermDistributed() throws IOException {
        ServiceParameters service = load("""
                        network: {empirical: {values: [10ms, 30ms], weights: [3, 1]}}
                        queue: {empirical: {quantiles: {0: 1ms, 0.5: 3ms, 1: 2s}}}
                        prefill: {fixed: {lognormal: {median: 1.3s, cv: 0.5}}, per_token: {uniform: {min: 1us, max: 3us}}}
                        decode: {token_rate: {normal: {mean: 60, sd: 5}}, jitter: {cv: 0.2}, bundle: {uniform: {min: 0.5, max: 50.5}}}
                        answer_tokens: {lognormal: {median: 250, cv: 0.8}}
                        thinking: {tokens: {lognormal: {median: 300, cv: 0.8}}}
                        ping: 15s
                        """).service();
        assertThat(service.networkNanos().quantile(0.74)).isEqualTo(10e6);
        assertThat(service.networkNanos().quantile(0.76)).isEqualTo(30e6);
        assertThat(service.queueNanos().quantile(0.25)).isEqualTo(2e6);
        assertThat(service.prefill().fixedNanos().quantile(HALF)).isCloseTo(1.3e9, within(1.0));
        // exp(√ln 1.25), as one standard deviation above the median.
        assertThat(service.prefill().fixedNanos().quantile(0.8413447460685429) / 1.3e9)
                .isCloseTo(Math.exp(Math.sqrt(Math.log(1.25))), within(1e-9));
        assertThat(service.prefill().perTokenNanos().quantile(HALF)).isEqualTo(2_000);
        assertThat(service.decode().jitter()).isPresent();
        assertThat(service.decode().bundle().orElseThrow().quantile(HALF)).isEqualTo(25.5);
        assertThat(service.answerTokens().orElseThrow().quantile(HALF)).isCloseTo(250, within(1e-9));
        assertThat(service.thinkingTokens().orElseThrow().quantile(HALF)).isCloseTo(300, within(1e-9));
        assertThat(service.silence()).hasValue(Duration.ofSeconds(15));
    }

    @Test
    void shouldLimitWhatAFileLimitsAndNothingElse() throws IOException {
        assertThat(load("decode: {token_time: 1ms}").rateLimits()).isEmpty();
        assertThat(load("{decode: {token_time: 1ms}, rate_limits: {input_tokens: 30000}}")
                        .rateLimits())
                .contains(new RateLimits(OptionalInt.empty(), OptionalInt.of(30_000), OptionalInt.empty()));
    }

    @Test
    void shouldReadMeasuredValuesFromAFileBesideTheProfile() throws IOException {
        Files.writeString(folder.resolve("gaps.txt"), "# gap, how often\n30ms 3\n\n 50ms 1 # slow\n");
        ServiceParameters service =
                load("decode: {token_time: {empirical: {file: gaps.txt}}}").service();
        assertThat(service.decode().pace().tokenNanos(0.74)).isEqualTo(30e6);
        assertThat(service.decode().pace().tokenNanos(0.76)).isEqualTo(50e6);
    }

    @Test
    void shouldNameTheLineOfAFileOfMeasuredValues() throws IOException {
        Files.writeString(folder.resolve("gaps.txt"), "30ms\n50\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> load("decode: {token_time: {empirical: {file: gaps.txt}}}"))
                .withMessageContaining(
                        "decode.token_time.empirical: file (gaps.txt), line 2 (50): must be a time with its unit");
    }

    @Test
    void shouldListTheKnownNamesWhenTheNameIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Profiles.load("sonet"))
                .withMessage(
                        "profile (sonet) must be one of instant, metronome, lesson, sonnet, public-api, or the path of a file");
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
                "{decode: {token_time: 1ms, jitter: 3}}|decode.jitter (3) must be a mapping",
                "{decode: {token_time: {unifrom: {min: 1ms}}}}|decode.token_time.unifrom: must be one of uniform, normal",
                "{decode: {token_time: {uniform: {min: 1ms}}}}|decode.token_time.uniform.max must be given",
                "{decode: {token_time: {uniform: {min: 2ms, max: 1ms}}}}|decode.token_time.uniform: max (1000000.0) must not",
                "{decode: {token_time: {lognormal: {median: 2ms, sigma: 1ms}}}}|lognormal.sigma (1ms) must be a number",
                "{decode: {token_time: {lognormal: {median: 2ms}}}}|lognormal: must have exactly one of sigma and cv",
                "{decode: {token_time: {empirical: {}}}}|empirical: must have exactly one of values, quantiles and file",
                "{decode: {token_time: {empirical: {values: 3ms}}}}|empirical.values (3ms) must be a list",
                "{decode: {token_time: {empirical: {values: [3ms, 4]}}}}|empirical.values[1] (4) must be a time",
                "{decode: {token_time: {empirical: {values: [3ms], weights: [x]}}}}|weights[0] (x) must be a number",
                "{decode: {token_time: {empirical: {quantiles: {0: 3ms, half: 4ms}}}}}|quantiles.half must be a number",
                "{decode: {token_time: {empirical: {file: none.txt}}}}|empirical: file (none.txt) must be a readable",
                "{decode: {token_time: 1ms, jitter: {cv: 0}}}|decode.jitter.cv (0.0) must be positive",
                "{decode: {token_time: 1ms, bundle: 0}}|decode.bundle (0) must be a positive number of tokens",
                "{decode: {token_time: 1ms}, ping: 0.5ms}|ping (0.5ms) must be at least 1ms",
                "{decode: {token_time: 1ms}, slots: 0}|slots (0) must be a whole number, at least 1",
                "{decode: {token_time: 1ms}, stalls: {from: 1s}}|must be a list",
                "{decode: {token_time: 1ms}, stalls: [{from: 1s}]}|stalls[0].for must be given",
                "{decode: {token_time: 1ms}, faults: [{rate: 0.1}]}|faults[0].fault must be given in words, such as stall",
                "{decode: {token_time: 1ms}, faults: [{fault: stal}]}|faults[0].fault (stal): fault (stal) must be one of",
                "{decode: {token_time: 1ms}, faults: [{fault: reset, rate: 0}]}|faults[0].rate (0.0) must be above 0 and at",
                "{decode: {token_time: 1ms}, faults: [{fault: reset, from: 3}]}|faults[0].from (3) must be a time",
                "{decode: {token_time: 1ms}, faults: [{fault: reset, for: 0s}]}|faults[0].for must be positive",
                "{decode: {token_time: 1ms}, faults: [{fault: reset, until: 1s}]}|faults[0].until (1s) is unknown; known here",
                "{decode: {token_time: 1ms}, faults: reset}|faults (reset) must be a list",
                "{decode: {token_time: 1ms}, mode: batch}|mode (batch) must be isolated",
                "{decode: {token_time: 1ms}, thinking: {}}|thinking.tokens must be given",
                "{decode: {token_time: 1ms}, thinking: {tokens: 0}}|thinking.tokens (0) must be a positive number of tokens",
                "{decode: {token_time: 1ms}, thinking: {tokens: 9, budget: 9}}|thinking.budget (9) is unknown; known here: tokens",
                "{decode: {token_time: 1ms}, answer_tokens: some}|answer_tokens (some) must be a positive number of tokens",
                "{decode: {token_time: 1ms}, rate_limits: {requests: 0}}|rate_limits.requests (0) must be a whole number",
                "{decode: {token_time: 1ms}, rate_limits: {input_tokens: 30k}}|rate_limits.input_tokens (30k) must be a whole",
                "{decode: {token_time: 1ms}, rate_limits: {output_tokens: 10000001}}|output_tokens (10000001) must be at most",
                "{decode: {token_time: 1ms}, rate_limits: {tokens: 9}}|rate_limits.tokens (9) is unknown; known here: requests",
                "{decode: {token_time: 1ms}, rate_limits: {}}|rate_limits must have at least one of requests, input_tokens",
                "{decode: {token_time: 1ms}, overload: {in_flight: 0}}|overload.in_flight (0) must be a whole number, at least 1",
                "{decode: {token_time: 1ms}, overload: {}}|overload.in_flight must be given",
                "{decode: {token_time: 1ms}, overload: {slots: 3}}|overload.slots (3) is unknown; known here: in_flight",
                "{decode: {token_time: 1ms}, overload: 9}|overload (9) must be a mapping",
                "{decode: {token_time: 1ms}, rate_limits: 60}|rate_limits (60) must be a mapping",
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
