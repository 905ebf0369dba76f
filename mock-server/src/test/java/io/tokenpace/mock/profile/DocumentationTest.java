package io.tokenpace.mock.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tokenpace.mock.model.RateLimits;
import io.tokenpace.mock.model.ServiceParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds docs/mock-server.md to the profiles it describes. */
class DocumentationTest {
    private static final Path PAGE = Path.of("..", "docs", "mock-server.md");

    @TempDir
    private Path folder;

    private String page;

    @BeforeEach
    void readPage() throws IOException {
        page = Files.readString(PAGE);
        Files.writeString(folder.resolve("gaps.txt"), block("text"));
    }

    @Test
    void shouldLoadTheExampleWithEveryKey() throws IOException {
        Profile example = load(block("yaml"));
        ServiceParameters service = example.service();

        assertThat(example.name()).isEqualTo("everything");
        assertThat(service.decode().pace().tokenNanos(0.49)).isEqualTo(12e6);
        assertThat(service.decode().jitter()).isPresent();
        assertThat(service.decode().bundle()).isPresent();
        assertThat(service.answerTokens()).isPresent();
        assertThat(service.silence()).hasValue(Duration.ofSeconds(15));
        assertThat(service.slots()).hasValue(64);
        assertThat(service.stalls()).hasSize(1);
        assertThat(example.rateLimits()).contains(RateLimits.of(60, 30_000, 8_000));
        assertThat(example.maxInFlight()).hasValue(256);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{decode: {token_time: 1ms}, zzz: 1}",
                "{decode: {token_time: 1ms}, prefill: {zzz: 1}}",
                "{decode: {token_time: 1ms}, rate_limits: {zzz: 1}}",
                "{decode: {token_time: 1ms}, overload: {zzz: 1}}",
                "{decode: {token_time: 1ms, zzz: 1}}",
                "{decode: {token_time: 1ms, jitter: {cv: 1, zzz: 1}}}",
                "{decode: {token_time: 1ms}, stalls: [{from: 1s, for: 1s, zzz: 1}]}",
            })
    void shouldNameEveryKeyThatIsKnown(String yaml) {
        IllegalArgumentException refused = catchThrowableOfType(IllegalArgumentException.class, () -> load(yaml));
        String known = refused.getMessage().split("known here: ", 2)[1];
        assertThat(known.split(", ", -1)).allSatisfy(key -> {
            assertThat(page).containsPattern("`[a-z._]*" + key + "[`.]");
            assertThat(block("yaml") + "token_rate:").contains(key + ":");
        });
    }

    @Test
    void shouldLoadEveryDistributionShown() {
        List<String> shown = Pattern.compile("^\\| `(\\{[a-z]+: .*})` \\|", Pattern.MULTILINE)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(shown).hasSize(7);
        assertThat(shown)
                .allSatisfy(shape -> assertThatCode(() -> load("decode: {token_time: " + shape + "}"))
                        .doesNotThrowAnyException());
    }

    @Test
    void shouldListEveryProfile() {
        assertThat(Profiles.names()).allSatisfy(name -> assertThat(page).contains("\n| `" + name + "` |"));
    }

    @Test
    void shouldShowTheRealComplaint() {
        IllegalArgumentException refused =
                catchThrowableOfType(IllegalArgumentException.class, () -> load("decode: {token_time: 30}"));
        String complaint = refused.getMessage().replaceFirst("^profile .*?: ", "profile mine.yaml: ");
        assertThat(page).contains("    " + complaint + "\n");
    }

    private Profile load(String yaml) throws IOException {
        return Profiles.load(
                Files.writeString(folder.resolve("mine.yaml"), yaml).toString());
    }

    private String block(String language) {
        List<String> blocks = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0);
    }
}
