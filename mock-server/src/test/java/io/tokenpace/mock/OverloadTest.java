package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fills a server with answers that do not end, under a clock that stands still for the rate limits. */
class OverloadTest {
    private static final String ENDLESS = Messages.request(9, true, "one");
    private static final String SHORT = Messages.request(1, false, "one");

    private final Instruments record =
            new Instruments(new TruthStore(Optional.empty()), new Lateness(), new InFlight());

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseWhatIsBeyondAndAdmitAgainOnceThereIsRoom() throws IOException {
        try (HttpServer server = serve(2, "");
                RawClient first = client(server);
                RawClient second = client(server);
                RawClient third = client(server)) {
            assertThat(hold(first)).startsWith("HTTP/1.1 200");
            assertThat(hold(second)).startsWith("HTTP/1.1 200");

            third.post(SHORT);
            String refused = third.head();
            JsonNode body = new JsonMapper().readTree(third.body(refused));
            assertThat(refused).startsWith("HTTP/1.1 529").doesNotContain("retry-after");
            assertThat(body.propertyNames()).containsExactly("type", "error", "request_id");
            assertThat(body.at("/type").stringValue()).isEqualTo("error");
            assertThat(body.at("/error/type").stringValue()).isEqualTo("overloaded_error");
            assertThat(body.at("/error/message").stringValue()).isEqualTo("Overloaded");
            assertThat(body.at("/request_id").stringValue()).isEqualTo(RawClient.header(refused, "request-id"));

            first.leave();
            awaitInFlight(1);
            assertThat(ask(third)).startsWith("HTTP/1.1 200");
            second.leave();
            awaitInFlight(0);
        }
    }

    @Test
    void shouldAdmitExactlySoManyOfThoseThatComeTogether() throws IOException {
        List<RawClient> clients = new ArrayList<>();
        try (HttpServer server = serve(5, "")) {
            for (int i = 0; i < 20; i++) {
                clients.add(client(server));
            }
            for (RawClient client : clients) {
                client.post(ENDLESS);
            }
            List<String> heads = new ArrayList<>();
            for (RawClient client : clients) {
                heads.add(client.head());
            }
            assertThat(heads)
                    .filteredOn(head -> head.startsWith("HTTP/1.1 200"))
                    .hasSize(5);
            assertThat(heads)
                    .filteredOn(head -> head.startsWith("HTTP/1.1 529"))
                    .hasSize(15);
            for (RawClient client : clients) {
                client.leave();
            }
            awaitInFlight(0);
        }
    }

    @Test
    void shouldTakeNothingFromTheRateLimitsForWhatItRefuses() throws IOException {
        try (HttpServer server = serve(1, "rate_limits: {requests: 9}");
                RawClient first = client(server);
                RawClient second = client(server)) {
            hold(first);
            assertThat(ask(second)).startsWith("HTTP/1.1 529");
            assertThat(ask(second)).startsWith("HTTP/1.1 529");
            first.leave();
            awaitInFlight(0);
            assertThat(RawClient.header(ask(second), "anthropic-ratelimit-requests-remaining"))
                    .isEqualTo("7");
        }
    }

    @Test
    void shouldTellABrokenRequestWhatIsWrongWithIt() throws IOException {
        try (HttpServer server = serve(1, "");
                RawClient first = client(server);
                RawClient second = client(server)) {
            hold(first);
            second.post("{}");
            assertThat(second.head()).startsWith("HTTP/1.1 400");
            first.leave();
            awaitInFlight(0);
        }
    }

    private static String hold(RawClient client) throws IOException {
        client.post(ENDLESS);
        return client.head();
    }

    private static String ask(RawClient client) throws IOException {
        client.post(SHORT);
        String head = client.head();
        client.body(head);
        return head;
    }

    private void awaitInFlight(int requests) {
        while (record.inFlight().count() != requests) {
            Thread.onSpinWait();
        }
    }

    private static RawClient client(HttpServer server) throws IOException {
        return new RawClient(URI.create("http://127.0.0.1:" + server.port()));
    }

    private HttpServer serve(int inFlight, String more) throws IOException {
        Path file = Files.writeString(
                folder.resolve("profile.yaml"),
                "decode: {token_time: 1h}\noverload: {in_flight: " + inFlight + "}\n" + more + "\n");
        Profile profile = Profiles.load(file.toString());
        Apis apis = Apis.of(MockOptions.of(profile).servedApi(), () -> 0, () -> Instant.EPOCH);
        return HttpServer.start(
                Listening.on("127.0.0.1", 0, 2),
                new Serving(new IsolatedService(profile.service()), apis, new FaultPlan(List.of(), 1), 0, record));
    }
}
