package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.OpenAIServiceException;
import com.openai.errors.UnauthorizedException;
import com.openai.helpers.ChatCompletionAccumulator;
import com.openai.models.ReasoningEffort;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionNamedToolChoice;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolChoiceOption;
import com.openai.models.completions.Completion;
import com.openai.models.completions.CompletionChoice;
import com.openai.models.completions.CompletionCreateParams;
import com.openai.models.completions.CompletionUsage;
import com.openai.models.models.Model;
import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives the server with OpenAI's Java client, which checks every answer against its own idea of the protocol. */
class OpenAiSdkTest {
    private static final String MODEL = "claude-opus-5-5";

    private MockServer server;
    private OpenAIClient client;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(MockOptions.of(Profiles.load("instant"))
                .withApi(ApiOptions.permissive().withStrictModels()));
        client = client("any", "/v1");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void shouldReadAWholeChat() {
        ChatCompletion chat = client.chat()
                .completions()
                .create(chat().maxCompletionTokens(7).build())
                .validate();

        assertThat(chat.id()).startsWith("chatcmpl-");
        assertThat(chat.model()).isEqualTo(MODEL);
        ChatCompletion.Choice choice = chat.choices().get(0);
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.LENGTH);
        assertThat(words(choice.message().content())).hasSize(7);
        assertUsage(chat.usage(), 3, 7);
    }

    @Test
    void shouldReadAStreamedChatToTheSameEnd() {
        ChatCompletionCreateParams params = chat().maxCompletionTokens(40)
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
        List<ChatCompletionChunk> chunks;
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            chunks = stream.stream().map(accumulator::accumulate).toList();
        }

        // The role, the tokens, the reason for the end, the usage.
        assertThat(chunks).hasSize(1 + 40 + 1 + 1).allMatch(ChatCompletionChunk::isValid);
        ChatCompletion.Choice choice = accumulator.chatCompletion().choices().get(0);
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.LENGTH);
        assertThat(words(choice.message().content())).hasSize(40);
        assertUsage(chunks.get(42).usage(), 3, 40);
    }

    @Test
    void shouldReadAWholeCallOfATool() {
        ChatCompletion chat = client.chat()
                .completions()
                .create(chat().addTool(Weather.class)
                        .toolChoice(ChatCompletionToolChoiceOption.Auto.REQUIRED)
                        .build())
                .validate();

        ChatCompletion.Choice choice = chat.choices().get(0);
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.TOOL_CALLS);
        assertThat(choice.message().content()).isEmpty();
        assertCallsWeather(choice);
    }

    @Test
    void shouldReadAStreamedCallOfATool() {
        ChatCompletionCreateParams params = chat().addTool(Weather.class)
                .toolChoice(ChatCompletionNamedToolChoice.builder()
                        .function(ChatCompletionNamedToolChoice.Function.builder()
                                .name("Weather")
                                .build())
                        .build())
                .build();
        ChatCompletionAccumulator accumulator = ChatCompletionAccumulator.create();
        try (StreamResponse<ChatCompletionChunk> stream =
                client.chat().completions().createStreaming(params)) {
            assertThat(stream.stream().map(accumulator::accumulate)).allMatch(ChatCompletionChunk::isValid);
        }

        ChatCompletion.Choice choice = accumulator.chatCompletion().choices().get(0);
        assertThat(choice.finishReason()).isEqualTo(ChatCompletion.Choice.FinishReason.TOOL_CALLS);
        assertCallsWeather(choice);
    }

    @Test
    void shouldReadTheTokensOfReasoning() {
        ChatCompletion chat = client.chat()
                .completions()
                .create(chat().maxCompletionTokens(40)
                        .reasoningEffort(ReasoningEffort.HIGH)
                        .build())
                .validate();

        assertThat(words(chat.choices().get(0).message().content())).hasSize(10);
        CompletionUsage usage = chat.usage().orElseThrow();
        assertThat(usage.completionTokens()).isEqualTo(40);
        assertThat(usage.completionTokensDetails().orElseThrow().reasoningTokens())
                .contains(30L);
    }

    @Test
    void shouldReadAWholeText() {
        Completion text = client.completions()
                .create(text().promptOfArrayOfTokens(List.of(5L, 6L)).build())
                .validate();

        assertThat(text.id()).startsWith("cmpl-");
        assertThat(text.choices().get(0).finishReason()).isEqualTo(CompletionChoice.FinishReason.LENGTH);
        assertThat(words(Optional.of(text.choices().get(0).text()))).hasSize(16);
        assertUsage(text.usage(), 2, 16);
    }

    @Test
    void shouldReadAStreamedTextToTheSameEnd() {
        CompletionCreateParams params = text().prompt("one two three")
                .maxTokens(5)
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build())
                .build();
        List<Completion> chunks;
        try (StreamResponse<Completion> stream = client.completions().createStreaming(params)) {
            chunks = stream.stream().toList();
        }

        assertThat(chunks).hasSize(5 + 1 + 1);
        String joined = chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .map(CompletionChoice::text)
                .collect(Collectors.joining());
        assertThat(words(Optional.of(joined))).hasSize(5);
        assertThat(chunks.get(5).choices().get(0).finishReason()).isEqualTo(CompletionChoice.FinishReason.LENGTH);
        assertUsage(chunks.get(6).usage(), 3, 5);
    }

    @Test
    void shouldListTheModels() {
        List<Model> models = client.models().list().items();
        assertThat(models).allMatch(Model::isValid).extracting(Model::id).contains(MODEL);
        assertThat(client.models().retrieve(MODEL).validate().id()).isEqualTo(MODEL);
    }

    @Test
    void shouldRaiseARefusalAsTheClientsOwnException() {
        OpenAIServiceException hot = raised(BadRequestException.class, chat().temperature(2.5));
        assertThat(hot.type()).contains("invalid_request_error");
        assertThat(hot.param()).contains("temperature");
        assertThat(hot.code()).contains("decimal_above_max_value");
        assertThat(hot).hasMessageContaining("Expected a value <= 2, but got 2.5 instead.");
        assertThat(raised(BadRequestException.class, chat().n(2)).param()).contains("n");
        assertThat(raised(NotFoundException.class, chat().model("none")).code()).contains("model_not_found");
    }

    @Test
    void shouldRaiseAWrongKeyAsTheClientsOwnException() {
        OpenAIClient stranger = client("invalid", "/v1");
        UnauthorizedException wrong = catchThrowableOfType(
                UnauthorizedException.class, () -> stranger.models().list());
        stranger.close();
        assertThat(wrong.code()).contains("invalid_api_key");
    }

    @Test
    void shouldRaiseAWrongPathAsTheClientsOwnException() {
        OpenAIClient lost = client("any", "/v2");
        NotFoundException wrong = catchThrowableOfType(
                NotFoundException.class, () -> lost.models().list());
        lost.close();
        assertThat(wrong).hasMessageContaining("Invalid URL (GET /v2/models)");
    }

    private <E extends OpenAIServiceException> E raised(Class<E> type, ChatCompletionCreateParams.Builder request) {
        return catchThrowableOfType(type, () -> client.chat().completions().create(request.build()));
    }

    private static void assertCallsWeather(ChatCompletion.Choice choice) {
        ChatCompletionMessageFunctionToolCall call =
                choice.message().toolCalls().orElseThrow().get(0).asFunction();
        assertThat(call.id()).startsWith("call_");
        assertThat(call.function().name()).isEqualTo("Weather");
        // Checked against the schema that the client made of the class.
        assertThat(call.function().arguments(Weather.class).city).isNotBlank();
    }

    private OpenAIClient client(String key, String path) {
        return OpenAIOkHttpClient.builder()
                .apiKey(key)
                .baseUrl(server.uri() + path)
                .maxRetries(0)
                .build();
    }

    private static ChatCompletionCreateParams.Builder chat() {
        return ChatCompletionCreateParams.builder().model(MODEL).addUserMessage("one two three");
    }

    private static CompletionCreateParams.Builder text() {
        return CompletionCreateParams.builder().model(MODEL);
    }

    private static String[] words(Optional<String> text) {
        return text.orElseThrow().strip().split(" ", -1);
    }

    private static void assertUsage(Optional<CompletionUsage> reported, int prompt, int completion) {
        CompletionUsage usage = reported.orElseThrow().validate();
        assertThat(usage.promptTokens()).isEqualTo(prompt);
        assertThat(usage.completionTokens()).isEqualTo(completion);
        assertThat(usage.totalTokens()).isEqualTo(prompt + completion);
        assertThat(usage.promptTokensDetails().orElseThrow().cachedTokens()).contains(0L);
        assertThat(usage.completionTokensDetails().orElseThrow().reasoningTokens())
                .contains(0L);
    }

    /** A tool as the client wants it declared. */
    @JsonClassDescription("Tells the weather of a city")
    static final class Weather {
        @JsonPropertyDescription("The city")
        public String city = "";

        @JsonPropertyDescription("How many days ahead")
        public int days;
    }
}
