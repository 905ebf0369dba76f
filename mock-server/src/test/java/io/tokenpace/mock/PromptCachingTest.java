package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.RequestTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what a cached prompt changes on the wire and in time. */
class PromptCachingTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void shouldShortenThePrefillOfAHitAndAccountForIt() throws IOException {
        Path profile = Files.writeString(
                folder.resolve("profile.yaml"),
                "prefill: {per_token: 1us, per_cached_token: 10ns}\ndecode: {token_time: 0ms}");
        String prompt = "word ".repeat(1_999) + "word";
        try (MockServer server = MockServer.start(MockOptions.of(Profiles.load(profile.toString())));
                RawClient client = new RawClient(server.uri())) {
            client.post(cached(Messages.request(1, true, prompt)));
            String coldId = RawClient.header(client.head(), "request-id");
            JsonNode cold = Messages.events(client.chunks()).get(0).at("/message/usage");
            client.post(cached(Messages.request(1, false, prompt)));
            String head = client.head();
            JsonNode warm = JSON.readTree(client.body(head)).get("usage");

            assertThat(cold.get("input_tokens").intValue()).isZero();
            assertThat(cold.get("cache_creation_input_tokens").intValue()).isEqualTo(2_000);
            assertThat(cold.at("/cache_creation/ephemeral_5m_input_tokens").intValue())
                    .isEqualTo(2_000);
            assertThat(cold.get("cache_read_input_tokens").intValue()).isZero();
            assertThat(warm.get("input_tokens").intValue()).isZero();
            assertThat(warm.get("cache_creation_input_tokens").intValue()).isZero();
            assertThat(warm.get("cache_read_input_tokens").intValue()).isEqualTo(2_000);
            assertThat(truth(server, coldId).draws().prefillNanos()).isEqualTo(2_000_000);
            assertThat(truth(server, RawClient.header(head, "request-id"))
                            .draws()
                            .prefillNanos())
                    .isEqualTo(20_000);
            assertThat(truth(server, RawClient.header(head, "request-id"))
                            .account()
                            .promptTokens())
                    .isEqualTo(2_000);
        }
    }

    @Test
    void shouldMissAsLongAsNoAnswerHasBegun() throws IOException {
        Path profile =
                Files.writeString(folder.resolve("slow.yaml"), "prefill: {fixed: 1h}\ndecode: {token_time: 1ms}");
        String prompt = "word ".repeat(1_999) + "word";
        try (MockServer server = MockServer.start(MockOptions.of(Profiles.load(profile.toString())));
                RawClient first = new RawClient(server.uri());
                RawClient second = new RawClient(server.uri())) {
            for (RawClient client : List.of(first, second)) {
                client.post(cached(Messages.request(1, true, prompt)));
                client.head();
                JsonNode usage = Messages.events(client.chunk()).get(0).at("/message/usage");
                assertThat(usage.get("cache_creation_input_tokens").intValue()).isEqualTo(2_000);
                assertThat(usage.get("cache_read_input_tokens").intValue()).isZero();
            }
        }
    }

    /** Returns the truth about a request once it has left the server. */
    private static RequestTruth truth(MockServer server, String id) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.inFlight() > 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            LockSupport.parkNanos(1_000_000);
        }
        return server.truth(id).orElseThrow();
    }

    private static String cached(String body) {
        return body.replace("{\"model\"", "{\"cache_control\":{\"type\":\"ephemeral\"},\"model\"");
    }
}
