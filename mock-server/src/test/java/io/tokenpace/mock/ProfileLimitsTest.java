package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.api.Apis;
import io.tokenpace.mock.api.Organization;
import io.tokenpace.mock.fault.FaultPlan;
import io.tokenpace.mock.http.HttpServer;
import io.tokenpace.mock.http.Listening;
import io.tokenpace.mock.http.Serving;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.model.RateLimits;
import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.InFlight;
import io.tokenpace.mock.truth.Instruments;
import io.tokenpace.mock.truth.Lateness;
import io.tokenpace.mock.truth.TruthStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs into the rate limits of a profile, over a socket, under a clock that is turned by hand. */
class ProfileLimitsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final String THREE_TOKENS = Messages.request(1, false, "one two three");

    private final AtomicLong nanos = new AtomicLong();

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseAsDocumentedAndAdmitAgainAfterTheTimeNamed() throws IOException {
        try (HttpServer server = serve("rate_limits: {requests: 2, input_tokens: 30000, output_tokens: 8000}");
                RawClient client = client(server)) {
            assertThat(ask(client, THREE_TOKENS)).startsWith("HTTP/1.1 200");
            String second = ask(client, THREE_TOKENS);
            assertThat(RawClient.header(second, "anthropic-ratelimit-requests-limit"))
                    .isEqualTo("2");
            assertThat(RawClient.header(second, "anthropic-ratelimit-requests-remaining"))
                    .isEqualTo("0");
            assertThat(RawClient.header(second, "anthropic-ratelimit-tokens-limit"))
                    .isEqualTo("38000");

            client.post(THREE_TOKENS);
            String refused = client.head();
            JsonNode body = JSON.readTree(client.body(refused));
            assertThat(refused).startsWith("HTTP/1.1 429");
            assertThat(RawClient.header(refused, "retry-after")).isEqualTo("30");
            // One request is missing half a minute; the other comes half a minute later.
            assertThat(RawClient.header(refused, "anthropic-ratelimit-requests-reset"))
                    .isEqualTo("2026-11-20T12:01:00Z");
            assertThat(body.propertyNames()).containsExactly("type", "error", "request_id");
            assertThat(body.at("/type").stringValue()).isEqualTo("error");
            assertThat(body.at("/error/type").stringValue()).isEqualTo("rate_limit_error");
            assertThat(body.at("/error/message").stringValue())
                    .startsWith(
                            "This request would exceed your organization's rate limit of 2 requests per minute (org: "
                                    + Organization.ID + ", model: claude-opus-5-5). For details, refer to: ");
            assertThat(body.at("/request_id").stringValue()).isEqualTo(RawClient.header(refused, "request-id"));

            nanos.set(30_000_000_000L - 1);
            assertThat(ask(client, THREE_TOKENS)).startsWith("HTTP/1.1 429");
            nanos.set(30_000_000_000L);
            assertThat(ask(client, THREE_TOKENS)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void shouldLimitTokensOfInputAlone() throws IOException {
        try (HttpServer server = serve("rate_limits: {input_tokens: 6}");
                RawClient client = client(server)) {
            ask(client, THREE_TOKENS);
            String second = ask(client, THREE_TOKENS);
            assertThat(second).startsWith("HTTP/1.1 200").doesNotContain("ratelimit-requests", "ratelimit-output");
            assertThat(RawClient.header(second, "anthropic-ratelimit-tokens-limit"))
                    .isEqualTo("6");
            String refused = ask(client, THREE_TOKENS);
            assertThat(refused).startsWith("HTTP/1.1 429");
            assertThat(RawClient.header(refused, "retry-after")).isEqualTo("30");
        }
    }

    @Test
    void shouldLimitTokensOfOutputAlone() throws IOException {
        try (HttpServer server = serve("rate_limits: {output_tokens: 6}");
                RawClient client = client(server)) {
            assertThat(ask(client, Messages.request(8, false, "one"))).startsWith("HTTP/1.1 200");
            String refused = ask(client, THREE_TOKENS);
            assertThat(refused).startsWith("HTTP/1.1 429");
            // A debt of two, and one must be there, at one in ten seconds.
            assertThat(RawClient.header(refused, "retry-after")).isEqualTo("30");
        }
    }

    @Test
    void shouldServeTheLimitsOfAProfileUnlessItIsToldOthers() throws IOException {
        MockOptions options = MockOptions.of(profile("rate_limits: {requests: 1}"));
        try (MockServer server = MockServer.start(options);
                RawClient client = new RawClient(server.uri())) {
            assertThat(RawClient.header(ask(client, THREE_TOKENS), "anthropic-ratelimit-requests-limit"))
                    .isEqualTo("1");
        }
        RateLimits others = RateLimits.of(7, 8, 9);
        assertThat(options.withApi(ApiOptions.permissive().withRateLimits(others))
                        .servedApi()
                        .rateLimits())
                .contains(others);
    }

    private static String ask(RawClient client, String body) throws IOException {
        client.post(body);
        String head = client.head();
        client.body(head);
        return head;
    }

    private static RawClient client(HttpServer server) throws IOException {
        return new RawClient(URI.create("http://127.0.0.1:" + server.port()));
    }

    private Profile profile(String limits) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), "decode: {token_time: 0ms}\n" + limits + "\n");
        return Profiles.load(file.toString());
    }

    private HttpServer serve(String limits) throws IOException {
        Profile profile = profile(limits);
        Apis apis = Apis.of(MockOptions.of(profile).servedApi(), nanos::get, () -> START.plusNanos(nanos.get()));
        Instruments record = new Instruments(new TruthStore(Optional.empty()), new Lateness(), new InFlight());
        return HttpServer.start(
                Listening.on("127.0.0.1", 0, 1),
                new Serving(new IsolatedService(profile.service()), apis, new FaultPlan(List.of(), 1), 0, record));
    }
}
