package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.errors.AnthropicInvalidDataException;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.errors.SseException;
import com.anthropic.models.messages.MessageCreateParams;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.errors.OpenAIIoException;
import com.openai.errors.OpenAIServiceException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lets the official clients meet the faults that their services document, each as their own exception. */
class FaultsThroughSdksTest {
    private MockServer server;
    private AnthropicClient anthropic;
    private OpenAIClient openAi;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(MockOptions.of(Profiles.load("instant")));
        anthropic = AnthropicOkHttpClient.builder()
                .apiKey("any")
                .baseUrl(server.uri().toString())
                .maxRetries(0)
                .build();
        openAi = OpenAIOkHttpClient.builder()
                .apiKey("any")
                .baseUrl(server.uri() + "/v1")
                .maxRetries(0)
                .build();
    }

    @AfterEach
    void stop() {
        anthropic.close();
        openAi.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException, invalid_request_error",
        "401, UnauthorizedException, authentication_error",
        "402, PaymentRequiredException, billing_error",
        "403, PermissionDeniedException, permission_error",
        "404, NotFoundException, not_found_error",
        "409, ConflictException, conflict_error",
        "413, ContentTooLargeException, request_too_large",
        "429, RateLimitException, rate_limit_error",
        "500, InternalServerException, api_error",
        "504, GatewayTimeoutException, timeout_error",
        "529, OverloadedException, overloaded_error"
    })
    void shouldRaiseEachStatusAsAnthropicsOwnException(int status, String exception, String type) {
        Throwable thrown = catchThrowable(() -> anthropic.messages().create(message("status code=" + status)));

        assertThat(thrown.getClass().getSimpleName()).isEqualTo(exception);
        AnthropicServiceException error = (AnthropicServiceException) thrown;
        assertThat(error.statusCode()).isEqualTo(status);
        assertThat(error.body().toString()).contains(type);
        assertThat(error.headers().values("request-id")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "400, BadRequestException",
        "401, UnauthorizedException",
        "403, PermissionDeniedException",
        "404, NotFoundException",
        "422, UnprocessableEntityException",
        "429, RateLimitException",
        "500, InternalServerException",
        "503, InternalServerException"
    })
    void shouldRaiseEachStatusAsOpenAisOwnException(int status, String exception) {
        Throwable thrown = catchThrowable(() -> openAi.chat().completions().create(chat("status code=" + status)));

        assertThat(thrown.getClass().getSimpleName()).isEqualTo(exception);
        assertThat(((OpenAIServiceException) thrown).statusCode()).isEqualTo(status);
    }

    @Test
    void shouldRaiseAnErrorEventInAStream() {
        Throwable thrown = catchThrowable(() -> drain("error token=3 code=529"));

        assertThat(thrown).isInstanceOf(SseException.class);
        assertThat(((SseException) thrown).body().toString()).contains("overloaded_error");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset token=3", "close token=3", "cut token=3 in=chunk", "cut token=3 in=event"})
    void shouldRaiseABrokenConnection(String fault) {
        assertThat(catchThrowable(() -> drain(fault))).isInstanceOf(AnthropicIoException.class);
        assertThat(catchThrowable(() -> drainChat(fault))).isInstanceOf(OpenAIIoException.class);
    }

    @Test
    void shouldRaiseBrokenJson() {
        assertThat(catchThrowable(() -> drain("malformed token=3"))).isInstanceOf(AnthropicInvalidDataException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "split token=3 in=character for=1ms",
                "split token=3 in=chunk for=1ms",
                "slow-head for=1ms",
                "burst token=2 tokens=5",
                "stall token=3 for=1ms",
                "content-type"
            })
    void shouldReadOnThroughWhatIsOnlyUnusual(String fault) {
        assertThat(drain(fault)).isEqualTo(3 + 8 + 2);
        assertThat(drainChat(fault)).isPositive();
    }

    private long drain(String fault) {
        try (var events = anthropic.messages().createStreaming(message(fault))) {
            return events.stream().count();
        }
    }

    private long drainChat(String fault) {
        try (var chunks = openAi.chat().completions().createStreaming(chat(fault))) {
            return chunks.stream().count();
        }
    }

    private static MessageCreateParams message(String fault) {
        return MessageCreateParams.builder()
                .model("claude-opus-5-5")
                .maxTokens(8)
                .addUserMessage("one two")
                .putAdditionalHeader("x-mock-fault", fault)
                .build();
    }

    private static ChatCompletionCreateParams chat(String fault) {
        return ChatCompletionCreateParams.builder()
                .model("m")
                .maxCompletionTokens(8)
                .addUserMessage("one two")
                .putAdditionalHeader("x-mock-fault", fault)
                .build();
    }
}
