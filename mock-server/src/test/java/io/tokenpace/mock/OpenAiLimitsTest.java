package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponseFor;
import com.openai.core.http.StreamResponse;
import com.openai.errors.InternalServerException;
import com.openai.errors.RateLimitException;
import com.openai.models.chat.completions.ChatCompletion;
import com.openai.models.chat.completions.ChatCompletionChunk;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.http.HttpServer;
import io.tokenpace.mock.http.Listening;
import io.tokenpace.mock.http.Serving;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.InFlight;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;
import io.tokenpace.mock.truth.TruthStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs OpenAI's Java client into the limits of a profile, under a clock that is turned by hand. */
class OpenAiLimitsTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<OpenAIClient> clients = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void closeClients() {
        clients.forEach(OpenAIClient::close);
    }

    @Test
    void shouldLimitRequestsAndAdmitAgainAfterTheTimeNamed() throws IOException {
        try (HttpServer server = serve("decode: {token_time: 0ms}\nrate_limits: {requests: 1}")) {
            OpenAIClient client = client(server);
            try (HttpResponseFor<ChatCompletion> first =
                    client.chat().completions().withRawResponse().create(chat(1))) {
                assertThat(first.headers().values("x-ratelimit-remaining-requests"))
                        .containsExactly("0");
                assertThat(first.headers().values("x-ratelimit-reset-requests")).containsExactly("1m0s");
            }
            RateLimitException refused = catchThrowableOfType(
                    RateLimitException.class, () -> client.chat().completions().create(chat(1)));
            assertThat(refused.code()).contains("rate_limit_exceeded");
            assertThat(refused.type()).contains("requests");
            assertThat(refused.headers().values("retry-after")).containsExactly("60");
            assertThat(refused.headers().values("retry-after-ms")).containsExactly("60000");

            nanos.set(60_000_000_000L);
            assertThat(client.chat().completions().create(chat(1)).choices()).hasSize(1);
        }
    }

    @Test
    void shouldLimitTokensOfPromptAndCompletionTogether() throws IOException {
        try (HttpServer server = serve("decode: {token_time: 0ms}\nrate_limits: {input_tokens: 6, output_tokens: 6}")) {
            OpenAIClient client = client(server);
            client.chat().completions().create(chat(9));
            RateLimitException refused = catchThrowableOfType(
                    RateLimitException.class, () -> client.chat().completions().create(chat(9)));
            assertThat(refused.type()).contains("tokens");
            // 12 less a prompt of 3 and a completion of 9 leaves none; 3 come in 15 s.
            assertThat(refused.getMessage()).contains("Limit 12, Used 12, Requested 3. Please try again in 15s.");
        }
    }

    @Test
    void shouldRefuseWhatIsBeyondItsStrengthAndTakeNothingForIt() throws IOException {
        try (HttpServer server =
                        serve("decode: {token_time: 1h}\noverload: {in_flight: 1}\nrate_limits: {requests: 5}");
                StreamResponse<ChatCompletionChunk> endless =
                        client(server).chat().completions().createStreaming(chat(9))) {
            assertThat(endless.stream().findFirst()).isPresent();
            InternalServerException refused = catchThrowableOfType(
                    InternalServerException.class,
                    () -> client(server).chat().completions().create(chat(1)));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.type()).contains("server_error");
            assertThat(refused.getMessage()).contains("The server is overloaded or not ready yet.");
            assertThat(refused.headers().names()).noneMatch(name -> name.startsWith("x-ratelimit"));
        }
    }

    private static ChatCompletionCreateParams chat(int maxTokens) {
        return ChatCompletionCreateParams.builder()
                .model("m")
                .maxCompletionTokens(maxTokens)
                .addUserMessage("one two three")
                .build();
    }

    private OpenAIClient client(HttpServer server) {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .apiKey("any")
                .baseUrl("http://127.0.0.1:" + server.port() + "/v1")
                .maxRetries(0)
                .build();
        clients.add(client);
        return client;
    }

    private HttpServer serve(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), yaml + "\n");
        Profile profile = Profiles.load(file.toString());
        Apis apis = Apis.of(MockOptions.of(profile).servedApi(), nanos::get, InstantSource.system());
        Instruments record = new Instruments(new TruthStore(Optional.empty()), new Lateness(), new InFlight());
        return HttpServer.start(
                Listening.on("127.0.0.1", 0, 1),
                new Serving(new IsolatedService(profile.service()), apis, new FaultPlan(List.of(), 1), 0, record));
    }
}
