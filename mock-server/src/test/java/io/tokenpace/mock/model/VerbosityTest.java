package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.draw.Distribution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VerbosityTest {
    @Test
    void shouldThinkApartFromWhatItSays() {
        Verbosity verbosity =
                verbosity(Optional.of(Distribution.constant(40)), Optional.of(Distribution.constant(7.6)));
        assertThat(verbosity.thinkingTokens()).hasValue(8);
        assertThat(verbosity.textWithin(41)).isEqualTo(new AnswerLength(40, true));
        assertThat(verbosity.textWithin(39)).isEqualTo(new AnswerLength(39, false));
    }

    @Test
    void shouldThinkAtLeastATokenIfAtAll() {
        assertThat(verbosity(Optional.empty(), Optional.of(Distribution.constant(0.1)))
                        .thinkingTokens())
                .hasValue(1);
        assertThat(verbosity(Optional.empty(), Optional.empty()).thinkingTokens())
                .isEmpty();
    }

    private static Verbosity verbosity(Optional<Distribution> text, Optional<Distribution> thinking) {
        ServiceParameters service = new ServiceParameters(
                Distribution.constant(0),
                Distribution.constant(0),
                Prefill.constant(0, 0, 0, 0, 0),
                Decode.steady(Pace.ofTime(Distribution.constant(0))),
                text,
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                thinking);
        return new IsolatedService(service).verbosity(RequestKey.named(0, "a"));
    }
}
