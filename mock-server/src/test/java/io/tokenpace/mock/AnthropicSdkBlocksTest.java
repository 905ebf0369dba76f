package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.ThinkingBlock;
import com.anthropic.models.messages.ThinkingConfigAdaptive;
import com.anthropic.models.messages.ThinkingConfigDisabled;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolChoiceAny;
import com.anthropic.models.messages.ToolUseBlock;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads answers of several blocks with the official Java client, whole and as its accumulator puts a stream together. */
class AnthropicSdkBlocksTest {
    @TempDir
    private Path folder;

    private MockServer server;
    private AnthropicClient client;

    /** The input of the tool, as a program would declare it. */
    private static final class ReadFile {
        @JsonProperty
        private String path = "";

        @JsonProperty
        private int firstLine;
    }

    @BeforeEach
    void start() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("profile.yaml"),
                "decode: {token_time: 0ms}\nthinking: {tokens: 12}\nanswer_tokens: 20\n");
        server = MockServer.start(MockOptions.of(Profiles.load(profile.toString())));
        client = AnthropicOkHttpClient.builder()
                .apiKey("any")
                .baseUrl(server.uri().toString())
                .responseValidation(true)
                .maxRetries(0)
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReadThinkingInSummary(boolean stream) {
        Message message = ask(stream, thinking(ThinkingConfigAdaptive.Display.SUMMARIZED));

        ThinkingBlock thinking = message.content().get(0).asThinking();
        // A word for every four tokens of thinking.
        assertThat(thinking.thinking().strip().split(" ", -1)).hasSize(3);
        assertThat(thinking.signature()).startsWith("EqQB");
        assertThoughtThenSaid(message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReadThinkingThatIsOmitted(boolean stream) {
        Message message = ask(stream, thinking(ThinkingConfigAdaptive.Display.OMITTED));

        ThinkingBlock thinking = message.content().get(0).asThinking();
        assertThat(thinking.thinking()).isEmpty();
        assertThat(thinking.signature()).startsWith("EqQB");
        assertThoughtThenSaid(message);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldTakeItsOwnThinkingBack(boolean stream) {
        MessageCreateParams first = thinking(ThinkingConfigAdaptive.Display.SUMMARIZED);
        Message answer = ask(stream, first);

        Message next = ask(
                stream,
                first.toBuilder().addMessage(answer).addUserMessage("four").build());
        assertThat(next.content()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReadTheCallOfAnyTool(boolean stream) {
        assertCalled(ask(
                stream, withTool().toolChoice(ToolChoiceAny.builder().build()).build()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReadTheCallOfTheToolNamed(boolean stream) {
        Tool other = Tool.builder()
                .name("list_files")
                .inputSchema(Tool.InputSchema.builder().build())
                .build();
        assertCalled(ask(
                stream, withTool().addTool(other).toolToolChoice("read_file").build()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReadTheCallOfAToolWithoutInput(boolean stream) {
        Tool bare = Tool.builder()
                .name("list_files")
                .inputSchema(Tool.InputSchema.builder().build())
                .build();
        ToolUseBlock call = ask(
                        stream,
                        silent().addTool(bare).toolToolChoice("list_files").build())
                .content()
                .get(0)
                .asToolUse();
        assertThat(call.name()).isEqualTo("list_files");
        assertThat(call._input()).isEqualTo(JsonValue.from(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldReadWhichSequenceStoppedTheAnswer(boolean stream) {
        String text = text(ask(false, silent().build()));
        String sequence = text.strip().split(" ", -1)[3];
        Message stopped =
                ask(stream, silent().stopSequences(List.of("never", sequence)).build());

        assertThat(text(stopped)).isEqualTo(text.substring(0, text.indexOf(sequence)));
        assertThat(stopped.stopReason()).contains(StopReason.STOP_SEQUENCE);
        assertThat(stopped.stopSequence()).contains(sequence);
    }

    @Test
    void shouldGiveTheSameCallWholeAndStreamed() {
        MessageCreateParams params = withTool().toolToolChoice("read_file").build();
        assertThat(ask(true, params).content().get(0).asToolUse()._input())
                .isEqualTo(ask(false, params).content().get(0).asToolUse()._input());
    }

    private static void assertThoughtThenSaid(Message message) {
        assertThat(message.content()).hasSize(2);
        assertThat(message.content().get(1).asText().text().strip().split(" ", -1))
                .hasSize(20);
        assertThat(message.stopReason()).contains(StopReason.END_TURN);
        assertThat(message.usage().outputTokens()).isEqualTo(32);
        assertThat(message.usage().outputTokensDetails().orElseThrow().thinkingTokens())
                .isEqualTo(12);
    }

    private static void assertCalled(Message message) {
        assertThat(message.stopReason()).contains(StopReason.TOOL_USE);
        assertThat(message.content()).hasSize(1).allMatch(ContentBlock::isToolUse);
        ToolUseBlock call = message.content().get(0).asToolUse();
        assertThat(call.id()).startsWith("toolu_");
        assertThat(call.name()).isEqualTo("read_file");
        assertThat(call.caller().isDirect()).isTrue();
        ReadFile input = call._input().convert(ReadFile.class);
        assertThat(input.path).isNotBlank();
        assertThat(input.firstLine).isPositive();
    }

    private static String text(Message message) {
        assertThat(message.content()).hasSize(1);
        return message.content().get(0).asText().text();
    }

    private Message ask(boolean stream, MessageCreateParams params) {
        MessageCreateParams same = params.toBuilder()
                .replaceAdditionalHeaders("x-request-key", "same")
                .build();
        return stream ? streamed(same) : client.messages().create(same).validate();
    }

    private Message streamed(MessageCreateParams params) {
        MessageAccumulator accumulator = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(params)) {
            assertThat(events.stream().map(accumulator::accumulate)).allMatch(RawMessageStreamEvent::isValid);
        }
        return accumulator.message().validate();
    }

    private static MessageCreateParams thinking(ThinkingConfigAdaptive.Display display) {
        return question("claude-opus-5-5")
                .thinking(ThinkingConfigAdaptive.builder().display(display).build())
                .build();
    }

    private static MessageCreateParams.Builder withTool() {
        Tool tool = Tool.builder()
                .name("read_file")
                .inputSchema(Tool.InputSchema.builder()
                        .properties(properties(Map.of(
                                "path",
                                Map.of("type", "string"),
                                "firstLine",
                                Map.of("type", "integer", "minimum", 1))))
                        .required(List.of("path", "firstLine"))
                        .build())
                .build();
        return silent().addTool(tool);
    }

    private static Tool.InputSchema.Properties properties(Map<String, Map<String, Object>> schemas) {
        Tool.InputSchema.Properties.Builder properties = Tool.InputSchema.Properties.builder();
        schemas.forEach((name, schema) -> properties.putAdditionalProperty(name, JsonValue.from(schema)));
        return properties.build();
    }

    /** A question to a model that need not think, and may therefore be forced to call a tool. */
    private static MessageCreateParams.Builder silent() {
        return question("claude-sonnet-5")
                .thinking(ThinkingConfigDisabled.builder().build());
    }

    private static MessageCreateParams.Builder question(String model) {
        return MessageCreateParams.builder().model(model).maxTokens(200).addUserMessage("one two three");
    }
}
