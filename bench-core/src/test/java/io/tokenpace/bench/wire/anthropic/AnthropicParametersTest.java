package io.tokenpace.bench.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Thinking;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AnthropicParametersTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads {@code temperature top-p top-k thinking}, with {@code -} for what is not there. */
    private static Parameters parameters(String text) {
        String[] parts = text.split(" ", -1);
        return new Parameters(
                parts[0].equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(parts[0])),
                parts[1].equals("-") ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(parts[1])),
                parts[2].equals("-") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(parts[2])),
                parts[3].equals("-") ? Optional.empty() : Optional.of(Thinking.parse(parts[3])),
                true,
                false);
    }

    private static JsonNode body(Parameters parameters) {
        return JSON.readTree(new AnthropicFormat(parameters).body(Ask.of("m", "Hi", 8)));
    }

    @Test
    void shouldSendTheSamplingThatWasAskedFor() {
        JsonNode body = body(parameters("0.5 0.9 40 -"));

        assertThat(body.get("temperature").asDouble()).isEqualTo(0.5);
        assertThat(body.get("top_p").asDouble()).isEqualTo(0.9);
        assertThat(body.get("top_k").asInt()).isEqualTo(40);
        assertThat(body.has("thinking")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    adaptive            | {"type":"adaptive"}
                    adaptive:summarized | {"type":"adaptive","display":"summarized"}
                    disabled            | {"type":"disabled"}
                    4096                | {"type":"enabled","budget_tokens":4096}
                    4096:omitted        | {"type":"enabled","budget_tokens":4096,"display":"omitted"}
                    """)
    void shouldSendTheThinkingThatWasAskedFor(String text, String expected) {
        assertThat(body(parameters("- - - " + text)).get("thinking").toString()).isEqualTo(expected);
    }

    @Test
    void shouldAskForAWholeAnswer() {
        Parameters whole = new Parameters(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), Optional.empty(), false, false);

        assertThat(body(whole).get("stream").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    1.5 - - -        | temperature (1.5) must be from 0 to 1
                    - - - high       | thinking (high) must be adaptive, disabled or a budget of tokens for Anthropic's API
                    0 - - adaptive   | temperature (0.0) must be 1 with thinking
                    - 0.9 - 4096     | top-p (0.9) must be at least 0.95 with thinking
                    - - 5 adaptive   | top-k (5) must be left out with thinking
                    """)
    void shouldRefuseWhatNoModelTakes(String text, String message) {
        Parameters parameters = parameters(text);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnthropicFormat(parameters))
                .withMessage(message);
    }

    @Test
    void shouldTakeAnySamplingWithoutThinking() {
        assertThat(body(parameters("0 0.1 1 disabled")).get("temperature").asDouble())
                .isZero();
    }

    @Test
    void shouldRefuseToFixTheLength() {
        Parameters fixed = new Parameters(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), Optional.empty(), true, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnthropicFormat(fixed))
                .withMessage("ignore-eos (true) must be false for Anthropic's API, which cannot write on");
    }
}
