package io.tokenpace.bench.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.Thinking;
import io.tokenpace.bench.wire.Turn;
import io.tokenpace.bench.wire.WireFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.ObjectMapper;

class OpenAiFormatsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Ask TALK = new Ask(
            "m",
            Optional.of(new Passage("Be brief.", true)),
            List.of(
                    new Turn(Turn.Role.USER, List.of(new Passage("Hi", true), Passage.of(" there"))),
                    Turn.assistant("Hello"),
                    Turn.user("Bye")),
            8);

    private static Parameters parameters(boolean stream, boolean ignoreEos) {
        return new Parameters(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                stream,
                ignoreEos);
    }

    private static Parameters thinking(String text) {
        return new Parameters(
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                Optional.of(Thinking.parse(text)),
                true,
                false);
    }

    private static void assertBody(WireFormat format, Ask ask, String expected) {
        assertThat(JSON.readTree(format.body(ask))).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }

    @Test
    void shouldAskForAStreamThatTellsItsUsage() {
        assertBody(new ChatFormat(Parameters.STREAMING, Dialect.SERVER), Ask.of("m", "Hi", 128), """
                {'model': 'm', 'max_tokens': 128, 'stream': true, 'stream_options': {'include_usage': true},
                 'messages': [{'role': 'user', 'content': 'Hi'}]}""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "say \"hi\"", "tab\t line\n\r", "\u0000\u001f\u007f", "é 日本 😀"})
    void shouldSendThePromptUnchanged(String prompt) {
        byte[] chat = new ChatFormat(Parameters.STREAMING, Dialect.SERVER).body(Ask.of("m", prompt, 1));
        byte[] text = new CompletionsFormat(Parameters.STREAMING, Dialect.SERVER).body(Ask.of("m", prompt, 1));
        assertThat(JSON.readTree(chat).at("/messages/0/content").asString()).isEqualTo(prompt);
        assertThat(JSON.readTree(text).get("prompt").asString()).isEqualTo(prompt);
    }

    @Test
    void shouldCallTheCeilingByItsNewerNameInChatsOfOpenAiOnly() {
        assertBody(new ChatFormat(Parameters.STREAMING, Dialect.OPENAI), Ask.of("m", "Hi", 5), """
                {'model': 'm', 'max_completion_tokens': 5, 'stream': true, 'stream_options': {'include_usage': true},
                 'messages': [{'role': 'user', 'content': 'Hi'}]}""");
        assertBody(new CompletionsFormat(Parameters.STREAMING, Dialect.OPENAI), Ask.of("m", "Hi", 5), """
                {'model': 'm', 'max_tokens': 5, 'stream': true, 'stream_options': {'include_usage': true},
                 'prompt': 'Hi'}""");
    }

    @Test
    void shouldFixTheLengthByBothWordsForIt() {
        assertBody(new CompletionsFormat(parameters(true, true), Dialect.SERVER), Ask.of("m", "Hi", 5), """
                {'model': 'm', 'max_tokens': 5, 'stream': true, 'stream_options': {'include_usage': true},
                 'ignore_eos': true, 'min_tokens': 5, 'prompt': 'Hi'}""");
    }

    @Test
    void shouldSendNoOptionsOfAStreamWhereThereIsNone() {
        assertBody(new ChatFormat(parameters(false, false), Dialect.SERVER), Ask.of("m", "Hi", 5), """
                {'model': 'm', 'max_tokens': 5, 'stream': false, 'messages': [{'role': 'user', 'content': 'Hi'}]}""");
    }

    @Test
    void shouldSendTheSystemTextAndAllTurnsAsMessages() {
        assertThat(JSON.readTree(new ChatFormat(Parameters.STREAMING, Dialect.SERVER).body(TALK))
                        .get("messages"))
                .isEqualTo(JSON.readTree("""
                        [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi there"},
                         {"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Bye"}]"""));
    }

    @Test
    void shouldJoinTheSystemTextAndAllTurnsInOnePrompt() {
        assertThat(JSON.readTree(new CompletionsFormat(Parameters.STREAMING, Dialect.SERVER).body(TALK))
                        .get("prompt")
                        .asString())
                .isEqualTo("Be brief. Hi there Hello Bye");
    }

    @Test
    void shouldSendTheParametersThatWereGiven() {
        Parameters all = new Parameters(
                OptionalDouble.of(1.5),
                OptionalDouble.of(0.5),
                OptionalInt.of(40),
                Optional.of(Thinking.parse("high")),
                true,
                false);
        assertBody(new ChatFormat(all, Dialect.SERVER), Ask.of("m", "Hi", 5), """
                {'model': 'm', 'max_tokens': 5, 'stream': true, 'stream_options': {'include_usage': true},
                 'temperature': 1.5, 'top_p': 0.5, 'top_k': 40, 'reasoning_effort': 'high',
                 'messages': [{'role': 'user', 'content': 'Hi'}]}""");
    }

    @Test
    void shouldRefuseWhatTheServiceDoesNotTake() {
        Parameters topK = new Parameters(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.of(4), Optional.empty(), true, false);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChatFormat(topK, Dialect.OPENAI))
                .withMessage("top-k (4) must be left out for OpenAI's own service, which does not know it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompletionsFormat(parameters(true, true), Dialect.OPENAI))
                .withMessage("ignore-eos (true) must be false for OpenAI's own service, which does not know it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CompletionsFormat(thinking("low"), Dialect.SERVER))
                .withMessage("thinking (low) must be left out for text completions, which do not reason");
    }

    @ParameterizedTest
    @ValueSource(strings = {"adaptive", "disabled", "4096:omitted"})
    void shouldRefuseThinkingInAnthropicsWords(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChatFormat(thinking(text), Dialect.SERVER))
                .withMessage("thinking (" + text + ") must be none, minimal, low, medium, high or xhigh for an"
                        + " OpenAI-compatible service");
    }

    @Test
    void shouldPostUnderABaseThatNamesTheVersion() {
        assertThat(new ChatFormat(Parameters.STREAMING, Dialect.SERVER).path()).isEqualTo("/chat/completions");
        assertThat(new CompletionsFormat(Parameters.STREAMING, Dialect.SERVER).path())
                .isEqualTo("/completions");
    }

    @ParameterizedTest
    @CsvSource({
        "api.openai.com, OPENAI",
        "EU.API.OpenAI.com, OPENAI",
        "mine.openai.azure.com, OPENAI",
        "api.openai.com.example.org, SERVER",
        "notapi.openai.com, SERVER",
        "127.0.0.1, SERVER",
        "api.deepseek.com, SERVER"
    })
    void shouldKnowWhatAHostSpeaks(String host, Dialect dialect) {
        assertThat(Dialect.of(host)).isEqualTo(dialect);
    }
}
