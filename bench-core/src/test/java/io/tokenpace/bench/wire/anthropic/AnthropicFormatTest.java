package io.tokenpace.bench.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.Passage;
import io.tokenpace.bench.wire.PromptCount;
import io.tokenpace.bench.wire.Turn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class AnthropicFormatTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AnthropicFormat format = new AnthropicFormat();

    @Test
    void shouldAskForAStreamAndNameNoSamplingParameter() {
        JsonNode body = bodyOf("claude-opus-5-5", "Hello", 128);

        assertThat(body.propertyNames()).containsExactlyInAnyOrder("model", "max_tokens", "stream", "messages");
        assertThat(body.get("model").asString()).isEqualTo("claude-opus-5-5");
        assertThat(body.get("max_tokens").isInt()).isTrue();
        assertThat(body.get("max_tokens").asInt()).isEqualTo(128);
        assertThat(body.get("stream").isBoolean()).isTrue();
        assertThat(body.get("stream").asBoolean()).isTrue();
    }

    @Test
    void shouldSendThePromptAsTheOnlyMessage() {
        JsonNode messages = bodyOf("m", "Hello", 1).get("messages");

        assertThat(messages.size()).isEqualTo(1);
        assertThat(messages.get(0).propertyNames()).containsExactlyInAnyOrder("role", "content");
        assertThat(messages.get(0).get("role").asString()).isEqualTo("user");
        assertThat(messages.get(0).get("content").asString()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "say \"hi\"", "back\\slash", "tab\t line\n\r", "\u0000\u001f\u007f", "é 日本 😀", "</script>"})
    void shouldSendThePromptUnchanged(String prompt) {
        JsonNode message = bodyOf("m", prompt, 1).get("messages").get(0);

        assertThat(message.get("content").asString()).isEqualTo(prompt);
    }

    @Test
    void shouldSendALongPromptUnchanged() {
        String prompt = "naïve \"日本\" 😀\n".repeat(20_000);

        JsonNode message = bodyOf("m", prompt, 1).get("messages").get(0);

        assertThat(message.get("content").asString()).isEqualTo(prompt);
    }

    @Test
    void shouldSendTheSystemTextAndAllTurnsInTheirOrder() {
        Ask ask = new Ask(
                "m",
                Optional.of(Passage.of("Be brief.")),
                List.of(Turn.user("Hi"), Turn.assistant("Hello"), Turn.user("Bye")),
                8);
        JsonNode body = JSON.readTree(format.body(ask));

        assertThat(body.get("system").asString()).isEqualTo("Be brief.");
        assertThat(body.get("messages").toString())
                .isEqualTo("[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello\"},"
                        + "{\"role\":\"user\",\"content\":\"Bye\"}]");
    }

    @Test
    void shouldAskForTheSizeOfAPromptWithNothingButThePrompt() {
        Ask ask = new Ask("m", Optional.of(Passage.of("Be brief.")), List.of(Turn.user("Hi")), 8);
        PromptCount count = format.promptCount().orElseThrow();

        assertThat(count.path()).isEqualTo("/v1/messages/count_tokens");
        assertThat(new String(count.body(ask), StandardCharsets.UTF_8))
                .isEqualTo("{\"model\":\"m\",\"system\":\"Be brief.\","
                        + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}");
    }

    @Test
    void shouldSetABreakpointWhereTextIsToBeCached() {
        Turn turn = new Turn(Turn.Role.USER, List.of(new Passage("shared", true), Passage.of("own")));
        Ask ask = new Ask("m", Optional.of(new Passage("system", true)), List.of(turn), 8);
        JsonNode body = JSON.readTree(format.body(ask));

        assertThat(body.get("system").toString())
                .isEqualTo("[{\"type\":\"text\",\"text\":\"system\",\"cache_control\":{\"type\":\"ephemeral\"}}]");
        assertThat(body.at("/messages/0/content").toString())
                .isEqualTo("[{\"type\":\"text\",\"text\":\"shared\",\"cache_control\":{\"type\":\"ephemeral\"}},"
                        + "{\"type\":\"text\",\"text\":\"own\"}]");
    }

    @Test
    void shouldWriteUtf8WithoutByteOrderMark() {
        byte[] body = format.body(Ask.of("m", "é", 1));

        assertThat(new String(body, StandardCharsets.UTF_8)).startsWith("{").contains("\"é\"");
    }

    @Test
    void shouldSendMessagesUnderTheVersionThatServicesOfEveryAgeAccept() {
        assertThat(format.path()).isEqualTo("/v1/messages");
        assertThat(format.headers()).containsOnly(entry("anthropic-version", "2023-06-01"));
    }

    private JsonNode bodyOf(String model, String prompt, int maxTokens) {
        return JSON.readTree(format.body(Ask.of(model, prompt, maxTokens)));
    }
}
