package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.UnauthorizedException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.ErrorType;
import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCountTokensParams;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.Model;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.Usage;
import com.anthropic.models.models.ModelInfo;
import com.anthropic.models.models.ModelListParams;
import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drives the server with the official Java client, which checks every answer against its own idea of the protocol. */
class AnthropicSdkTest {
    private MockServer server;
    private AnthropicClient client;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(MockOptions.of(Profiles.load("instant"))
                .withApi(ApiOptions.permissive().withStrictModels()));
        client = client("any");
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void shouldReadAWholeMessage() {
        Message message =
                client.messages().create(question().maxTokens(7).build()).validate();

        assertThat(message.id()).startsWith("msg_");
        assertThat(message.model().asString()).isEqualTo("claude-opus-5-5");
        assertThat(message.stopReason()).contains(StopReason.MAX_TOKENS);
        assertThat(message.content().get(0).asText().text()).isNotBlank();
        assertThat(message.usage().inputTokens()).isEqualTo(3);
        assertThat(message.usage().outputTokens()).isEqualTo(7);
        assertThat(message.usage().cacheReadInputTokens()).contains(0L);
    }

    @Test
    void shouldReadAStreamToTheSameEnd() {
        MessageAccumulator accumulator = MessageAccumulator.create();
        List<RawMessageStreamEvent> events;
        try (StreamResponse<RawMessageStreamEvent> stream =
                client.messages().createStreaming(question().maxTokens(40).build())) {
            events = stream.stream().map(accumulator::accumulate).toList();
        }

        assertThat(events).allMatch(RawMessageStreamEvent::isValid);
        assertThat(events.stream().filter(RawMessageStreamEvent::isContentBlockDelta))
                .hasSize(40);
        Message message = accumulator.message();
        assertThat(message.stopReason()).contains(StopReason.MAX_TOKENS);
        assertThat(message.usage().outputTokens()).isEqualTo(40);
        assertThat(message.content().get(0).asText().text().strip().split(" ")).hasSize(40);
    }

    @Test
    void shouldCountTokens() {
        MessageCountTokensParams question = MessageCountTokensParams.builder()
                .model("claude-opus-5-5")
                .addUserMessage("one two three")
                .build();
        assertThat(client.messages().countTokens(question).validate().inputTokens())
                .isEqualTo(3);
    }

    @Test
    void shouldPageThroughTheModels() {
        List<String> paged = client
                .models()
                .list(ModelListParams.builder().limit(6).build())
                .autoPager()
                .stream()
                .map(model -> model.validate().id())
                .toList();
        List<String> atOnce = client
                .models()
                .list(ModelListParams.builder().limit(1_000).build())
                .items()
                .stream()
                .map(ModelInfo::id)
                .toList();

        assertThat(paged).isEqualTo(atOnce).contains("claude-opus-5-5").doesNotHaveDuplicates();
        ModelInfo model = client.models().retrieve("claude-opus-4-5").validate();
        assertThat(model.displayName()).isEqualTo("Claude Opus 4.5");
        assertThat(model.maxTokens()).contains(64_000L);
    }

    @Test
    void shouldListEveryModelThatTheClientKnows() {
        for (Model.Known known : Model.Known.values()) {
            String id = known.name().toLowerCase(Locale.ROOT).replace('_', '-');
            assertThat(client.models().retrieve(id).validate().id()).startsWith(id);
        }
    }

    @Test
    void shouldServeTheOlderVersionToOlderClients() {
        MessageCreateParams sampled = question()
                .maxTokens(1)
                .model("claude-sonnet-4-5")
                .putAdditionalHeader("anthropic-version", "2023-06-01")
                .putAdditionalBodyProperty("temperature", JsonValue.from(0.5))
                .build();
        assertThat(client.messages().create(sampled).validate().usage().outputTokens())
                .isEqualTo(1);
    }

    @Test
    void shouldTellWhatWasCached() {
        MessageCreateParams params = question()
                .maxTokens(1)
                .systemOfTextBlockParams(List.of(TextBlockParam.builder()
                        .text("word ".repeat(1_999) + "word")
                        .cacheControl(CacheControlEphemeral.builder()
                                .ttl(CacheControlEphemeral.Ttl.TTL_1H)
                                .build())
                        .build()))
                .build();
        Usage cold = client.messages().create(params).usage();
        Usage warm = client.messages().create(params).usage();

        assertThat(cold.inputTokens()).isEqualTo(3);
        assertThat(cold.cacheCreationInputTokens()).contains(2_000L);
        assertThat(cold.cacheCreation().orElseThrow().ephemeral1hInputTokens()).isEqualTo(2_000);
        assertThat(cold.cacheReadInputTokens()).contains(0L);
        assertThat(warm.inputTokens()).isEqualTo(3);
        assertThat(warm.cacheCreationInputTokens()).contains(0L);
        assertThat(warm.cacheReadInputTokens()).contains(2_000L);
    }

    @Test
    void shouldRaiseARefusalAsTheClientsOwnException() {
        MessageCreateParams tooLong = question().maxTokens(128_001).build();
        assertRaised(
                BadRequestException.class,
                tooLong,
                ErrorType.INVALID_REQUEST_ERROR,
                "max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens for claude-opus-5-5");
        MessageCreateParams sampled = question()
                .maxTokens(1)
                .putAdditionalBodyProperty("temperature", JsonValue.from(1))
                .build();
        assertRaised(
                BadRequestException.class,
                sampled,
                ErrorType.INVALID_REQUEST_ERROR,
                "temperature: Extra inputs are not permitted");
        MessageCreateParams unknown =
                question().maxTokens(1).model("no-such-model").build();
        assertRaised(NotFoundException.class, unknown, ErrorType.NOT_FOUND_ERROR, "model: no-such-model");
    }

    @Test
    void shouldRaiseARefusedStreamBeforeItsFirstEvent() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.messages()
                        .createStreaming(question().maxTokens(128_001).build())
                        .close());
    }

    @Test
    void shouldRaiseAnInvalidKey() {
        AnthropicClient stranger = client("invalid");
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(
                        () -> stranger.messages().create(question().maxTokens(1).build()))
                .satisfies(e -> assertThat(e.type()).contains(ErrorType.AUTHENTICATION_ERROR))
                .satisfies(e -> assertThat(e.apiMessage()).contains("invalid x-api-key"));
        stranger.close();
    }

    private <E extends AnthropicServiceException> void assertRaised(
            Class<E> exception, MessageCreateParams params, ErrorType type, String message) {
        assertThatExceptionOfType(exception)
                .isThrownBy(() -> client.messages().create(params))
                .satisfies(e -> assertThat(e.type()).contains(type))
                .satisfies(e -> assertThat(e.apiMessage()).contains(message))
                .satisfies(e -> assertThat(e.requestId().orElseThrow()).startsWith("req_"))
                .satisfies(e -> assertThat(e.workspaceId().orElseThrow()).startsWith("wrkspc_"));
    }

    private AnthropicClient client(String key) {
        return AnthropicOkHttpClient.builder()
                .apiKey(key)
                .baseUrl(server.uri().toString())
                .responseValidation(true)
                .maxRetries(0)
                .build();
    }

    private static MessageCreateParams.Builder question() {
        return MessageCreateParams.builder().model("claude-opus-5-5").addUserMessage("one two three");
    }
}
