package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.Sleeper;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.OverloadedException;
import com.anthropic.models.ErrorType;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lets the official client run into an overload that lasts until it has slept twice. */
class AnthropicSdkOverloadTest {
    private final List<Duration> slept = new ArrayList<>();

    @TempDir
    private Path folder;

    private MockServer server;
    private RawClient holder;

    @BeforeEach
    void fill() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("profile.yaml"), "decode: {token_time: 1h}\noverload: {in_flight: 1}\n");
        server = MockServer.start(MockOptions.of(Profiles.load(profile.toString())));
        holder = new RawClient(server.uri());
        holder.post(Messages.request(9, true, "one"));
        assertThat(holder.head()).startsWith("HTTP/1.1 200");
    }

    @AfterEach
    void stop() throws IOException {
        holder.close();
        server.close();
    }

    @Test
    void shouldRaiseTheOverloadWhenRetriesAreOff() {
        AnthropicClient client = client(0);
        assertThatExceptionOfType(OverloadedException.class)
                .isThrownBy(() -> ask(client))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(529))
                .satisfies(e -> assertThat(e.type()).contains(ErrorType.OVERLOADED_ERROR))
                .satisfies(e -> assertThat(e.apiMessage()).contains("Overloaded"));
        assertThat(slept).isEmpty();
        client.close();
    }

    @Test
    void shouldRaiseTheOverloadOfAStream() {
        AnthropicClient client = client(0);
        assertThatExceptionOfType(OverloadedException.class).isThrownBy(() -> stream(client));
        client.close();
    }

    @Test
    void shouldBeRetriedUntilThereIsRoom() {
        AnthropicClient client = client(2);
        assertThat(ask(client).usage().outputTokens()).isEqualTo(1);
        assertThat(slept).hasSize(2);
        // The one that holds the server, the first attempt, and two more.
        assertThat(server.requests()).isEqualTo(4);
        client.close();
    }

    private AnthropicClient client(int maxRetries) {
        return AnthropicOkHttpClient.builder()
                .apiKey("any")
                .baseUrl(server.uri().toString())
                .maxRetries(maxRetries)
                .sleeper(new MakingRoom())
                .build();
    }

    private static Message ask(AnthropicClient client) {
        return client.messages().create(question());
    }

    private static List<RawMessageStreamEvent> stream(AnthropicClient client) {
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(question())) {
            return stream.stream().toList();
        }
    }

    private static MessageCreateParams question() {
        return MessageCreateParams.builder()
                .model("claude-opus-5-5")
                .maxTokens(1)
                .addUserMessage("one two three")
                .build();
    }

    /** Sleeps by taking note, and by making room the second time. */
    private final class MakingRoom implements Sleeper {
        @Override
        public void sleep(Duration duration) {
            slept.add(duration);
            if (slept.size() == 2) {
                leave();
            }
        }

        private void leave() {
            try {
                holder.leave();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            while (server.inFlight() > 0) {
                Thread.onSpinWait();
            }
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
