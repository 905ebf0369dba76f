package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.Sleeper;
import com.anthropic.core.http.HttpResponseFor;
import com.anthropic.errors.RateLimitException;
import com.anthropic.models.ErrorType;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.http.HttpServer;
import io.tokenpace.mock.http.Listening;
import io.tokenpace.mock.http.Serving;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.model.RateLimits;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.InFlight;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;
import io.tokenpace.mock.truth.TruthStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lets the official client run into the rate limits of a server whose clock stands still unless the client sleeps. */
class AnthropicSdkRetryTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> slept = new ArrayList<>();
    private final Instruments record =
            new Instruments(new TruthStore(Optional.empty()), new Lateness(), new InFlight());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        Apis apis = Apis.of(
                ApiOptions.permissive().withRateLimits(RateLimits.of(2, 1_000_000, 1_000_000)),
                nanos::get,
                () -> Instant.EPOCH.plusNanos(nanos.get()));
        IsolatedService service = new IsolatedService(Profiles.load("instant").service());
        server = HttpServer.start(
                Listening.on("127.0.0.1", 0, 1), new Serving(service, apis, new FaultPlan(List.of(), 1), 0, record));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldBeAdmittedOnTheFirstRetryAfterTheTimeNamed() {
        AnthropicClient client = client(2);
        ask(client);
        ask(client);
        assertThat(slept).isEmpty();
        // Two a minute: the third must wait for half a minute.
        assertThat(ask(client).usage().outputTokens()).isEqualTo(1);
        // The client reckons in floats, which adds a microsecond.
        assertThat(slept).hasSize(1);
        assertThat(slept.get(0))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(30).plusNanos(2_000));
        assertThat(record.inFlight().entered()).isEqualTo(4);
        client.close();
    }

    @Test
    void shouldRaiseTheLimitWhenRetriesAreOff() {
        AnthropicClient client = client(0);
        ask(client);
        ask(client);
        assertThatExceptionOfType(RateLimitException.class)
                .isThrownBy(() -> ask(client))
                .satisfies(e -> assertThat(e.type()).contains(ErrorType.RATE_LIMIT_ERROR))
                .satisfies(
                        e -> assertThat(e.apiMessage().orElseThrow()).contains("rate limit of 2 requests per minute"))
                .satisfies(e -> assertThat(e.headers().values("retry-after")).containsExactly("30"));
        client.close();
    }

    @Test
    void shouldTellWhatIsLeftOnEveryAnswer() {
        AnthropicClient client = client(0);
        try (HttpResponseFor<Message> whole =
                client.messages().withRawResponse().create(question())) {
            assertThat(whole.headers().values("anthropic-ratelimit-requests-remaining"))
                    .containsExactly("1");
        }
        try (var stream = client.messages().withRawResponse().createStreaming(question())) {
            assertThat(stream.headers().values("anthropic-ratelimit-requests-remaining"))
                    .containsExactly("0");
            assertThat(stream.headers().values("anthropic-ratelimit-output-tokens-limit"))
                    .containsExactly("1000000");
        }
        client.close();
    }

    private AnthropicClient client(int maxRetries) {
        return AnthropicOkHttpClient.builder()
                .apiKey("any")
                .baseUrl("http://127.0.0.1:" + server.port())
                .maxRetries(maxRetries)
                .sleeper(new TurningTheClock())
                .build();
    }

    private static Message ask(AnthropicClient client) {
        return client.messages().create(question());
    }

    private static MessageCreateParams question() {
        return MessageCreateParams.builder()
                .model("claude-opus-5-5")
                .maxTokens(1)
                .addUserMessage("one two three")
                .build();
    }

    /** Sleeps by turning the server's clock forward. */
    private final class TurningTheClock implements Sleeper {
        @Override
        public void sleep(Duration duration) {
            slept.add(duration);
            nanos.addAndGet(duration.toNanos());
        }

        @Override
        public CompletableFuture<Void> sleepAsync(Duration duration) {
            sleep(duration);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
