package io.tokenpace.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    private static Parameters of(double temperature, double topP, int topK) {
        return new Parameters(
                OptionalDouble.of(temperature),
                OptionalDouble.of(topP),
                OptionalInt.of(topK),
                Optional.empty(),
                true,
                false);
    }

    @Test
    void shouldLeaveEverythingToTheServiceUnlessAsked() {
        assertThat(Parameters.STREAMING)
                .isEqualTo(new Parameters(
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        OptionalInt.empty(),
                        Optional.empty(),
                        true,
                        false));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "2, 1, 2147483647"})
    void shouldTakeTheEndsOfEveryRange(double temperature, double topP, int topK) {
        assertThat(of(temperature, topP, topK).topK()).hasValue(topK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2.1  | 1   | 1  | temperature (2.1) must be from 0 to 2
                    -0.1 | 1   | 1  | temperature (-0.1) must be from 0 to 2
                    NaN  | 1   | 1  | temperature (NaN) must be from 0 to 2
                    1    | 1.1 | 1  | top-p (1.1) must be from 0 to 1
                    1    | -1  | 1  | top-p (-1.0) must be from 0 to 1
                    1    | 1   | -1 | top-k (-1) must not be negative
                    """)
    void shouldRefuseWhatNoServiceTakes(double temperature, double topP, int topK, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(temperature, topP, topK))
                .withMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "adaptive",
                "adaptive:summarized",
                "disabled",
                "1024",
                "4096:omitted",
                "none",
                "minimal",
                "low",
                "medium",
                "high",
                "xhigh"
            })
    void shouldReadThinkingAsItIsWritten(String text) {
        assertThat(Thinking.parse(text)).hasToString(text);
    }

    @Test
    void shouldReadABudgetAndWhatIsShownOfIt() {
        assertThat(Thinking.parse("4096:OMITTED"))
                .isEqualTo(new Thinking("enabled", OptionalInt.of(4_096), Optional.of("omitted")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    a lot         | thinking (a lot) must be adaptive, disabled, a budget of tokens, as in 4096, or an effort: none, minimal, low, medium, high or xhigh
                    enabled       | thinking (enabled) must be adaptive, disabled, a budget of tokens, as in 4096, or an effort: none, minimal, low, medium, high or xhigh
                    1023          | thinking (1023) must be a budget of at least 1024 tokens
                    adaptive:all  | thinking (adaptive:all) must be adaptive or a budget with :summarized or :omitted behind it
                    high:omitted  | thinking (high:omitted) must be adaptive or a budget with :summarized or :omitted behind it
                    """)
    void shouldRefuseThinkingThatNoServiceKnows(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Thinking.parse(text))
                .withMessage(message);
    }
}
