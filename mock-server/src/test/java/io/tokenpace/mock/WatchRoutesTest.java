package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Watches a server over a raw connection. */
class WatchRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void shouldBeHealthy() throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            client.send("GET /health HTTP/1.1\r\nhost: mock\r\n\r\n");
            String head = client.head();
            assertThat(head).startsWith("HTTP/1.1 200 OK\n");
            assertThat(RawClient.header(head, "content-length")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics", "/mock/stats", "/mock/requests"})
    void shouldAnswerAskersForTheHeadWithoutTheBody(String path) throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            client.send("HEAD " + path + " HTTP/1.1\r\nhost: mock\r\n\r\n");
            client.send("GET /health HTTP/1.1\r\nhost: mock\r\nconnection: close\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 200 OK\n");
            // Where a body was sent, this would be its first line.
            assertThat(client.head()).startsWith("HTTP/1.1 200 OK\n").contains("connection: close");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health", "/metrics", "/mock/stats", "/mock/requests", "/mock/requests/x"})
    void shouldRefuseOtherMethods(String path) throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            client.send("POST " + path + " HTTP/1.1\r\nhost: mock\r\ncontent-length: 2\r\n\r\n{}");
            String head = client.head();
            assertThat(head).startsWith("HTTP/1.1 405 ");
            assertThat(RawClient.header(head, "allow")).isEqualTo("GET, HEAD");
            assertThat(client.body(head)).isEqualTo("{\"error\":\"method (POST) must be one of GET, HEAD\"}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "no%20body", "%zz", "", "a\"b"})
    void shouldNotFindWhatItDoesNotKeep(String id) throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            client.send("GET /mock/requests/" + id + " HTTP/1.1\r\nhost: mock\r\n\r\n");
            String head = client.head();
            assertThat(head).startsWith("HTTP/1.1 404 ");
            String body = client.body(head);
            assertThat(body.lines()).hasSize(1);
            assertThat(JSON.readTree(body).at("/error").stringValue())
                    .isEqualTo("request (" + id + ") must be the id or the key of one that has ended and is kept");
        }
    }

    @Test
    void shouldAskWatchersForNoKeyAndNotCountThem() throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            client.send("GET /mock/stats HTTP/1.1\r\nhost: mock\r\nauthorization: Bearer invalid\r\n\r\n");
            String head = client.head();
            JsonNode stats = JSON.readTree(client.body(head));
            assertThat(head).startsWith("HTTP/1.1 200 ");
            assertThat(stats.at("/requests").longValue()).isZero();
            assertThat(stats.at("/in_flight").intValue()).isZero();
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    void shouldTellHowItDoes() throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            ask(server, client, 20, true, "one");
            JsonNode stats = JSON.readTree(get(client, "/mock/stats"));

            assertThat(stats.propertyNames())
                    .containsExactly(
                            "profile",
                            "seed",
                            "time_scale",
                            "uptime_s",
                            "lateness",
                            "in_flight",
                            "waiting",
                            "requests",
                            "connections",
                            "connections_refused",
                            "truth",
                            "cpu_s",
                            "heap_used_bytes",
                            "gc",
                            "faults");
            assertThat(stats.at("/profile").stringValue()).isEqualTo("watched");
            assertThat(stats.at("/seed").longValue()).isEqualTo(-7);
            assertThat(stats.at("/time_scale").doubleValue()).isEqualTo(2);
            assertThat(stats.at("/lateness/events").longValue()).isEqualTo(22);
            assertThat(stats.at("/lateness/p50_us").doubleValue())
                    .isPositive()
                    .isLessThanOrEqualTo(stats.at("/lateness/p90_us").doubleValue());
            assertThat(stats.at("/lateness/p99_us").doubleValue())
                    .isLessThanOrEqualTo(stats.at("/lateness/max_us").doubleValue());
            assertThat(stats.at("/requests").longValue()).isEqualTo(1);
            assertThat(stats.at("/connections").intValue()).isEqualTo(1);
            assertThat(stats.at("/truth")).isEqualTo(JSON.readTree("{\"kept\":1,\"log_dropped\":0}"));
            assertThat(stats.at("/heap_used_bytes").longValue()).isPositive();
            assertThat(stats.at("/faults").isEmpty()).isTrue();
        }
    }

    @Test
    void shouldTellTheHiccupsOfTheMachineWhereAsked() throws IOException {
        MockOptions options = MockOptions.of(Profiles.load("instant")).withHiccups();
        try (MockServer server = MockServer.start(options);
                RawClient client = new RawClient(server.uri())) {
            assertThat(JSON.readTree(get(client, "/mock/stats"))
                            .at("/hiccups_us")
                            .propertyNames())
                    .containsExactly("p50", "p99", "max");
        }
    }

    @Test
    void shouldListRequestsNewestFirst() throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            String first = ask(server, client, 1, true, "one");
            String second = ask(server, client, 1, false, "two");
            assertThat(JSON.readTree(get(client, "/mock/requests")))
                    .isEqualTo(JSON.readTree("{\"requests\":[{\"id\":\"" + second
                            + "\",\"key\":\"two\",\"ending\":\"complete\"},{\"id\":\"" + first
                            + "\",\"key\":\"one\",\"ending\":\"complete\"}]}"));
        }
    }

    @Test
    void shouldTellTheTruthAboutARequestAsItsLogDoes() throws IOException {
        Path log = folder.resolve("truth.jsonl");
        String byId;
        String byKey;
        try (MockServer server = MockServer.start(options().withTruthLog(log));
                RawClient client = new RawClient(server.uri())) {
            String id = ask(server, client, 3, true, "a/b +c");
            byId = get(client, "/mock/requests/" + id);
            byKey = get(client, "/mock/requests/a%2Fb%20+c");
        }
        assertThat(byId).isEqualTo(Files.readAllLines(log).get(1) + "\n");
        assertThat(byKey).isEqualTo(byId);
        JsonNode truth = JSON.readTree(byId);
        assertThat(truth.at("/api").stringValue()).isEqualTo("anthropic");
        assertThat(truth.at("/model").stringValue()).isEqualTo("claude-opus-5-5");
        assertThat(truth.at("/cached_tokens").intValue()).isZero();
        assertThat(truth.at("/slot_wait_ns").longValue()).isZero();
        assertThat(truth.at("/written_ns").size()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {Completions.CHAT, Completions.TEXT})
    void shouldTellWhichApiARequestCameBy(String path) throws IOException {
        boolean chat = path.equals(Completions.CHAT);
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            String prompt =
                    chat ? Completions.chat("one") + ",'reasoning_effort':'high'" : "{'model':'m','prompt':'one'";
            Completions.post(client, path, prompt + ",'max_tokens':100}", "x-request-key: asked");
            client.body(client.head());
            awaitIdle(server);
            JsonNode truth = JSON.readTree(get(client, "/mock/requests/asked"));
            assertThat(truth.at("/api").stringValue()).isEqualTo(chat ? "openai-chat" : "openai-completions");
            assertThat(truth.at("/model").stringValue()).isEqualTo("m");
            // Three quarters of the ceiling, where the profile names no number.
            assertThat(truth.at("/thinking_tokens").intValue()).isEqualTo(chat ? 75 : 0);
        }
    }

    @Test
    void shouldTellTheWaitForASlot() throws IOException {
        Path file =
                Files.writeString(folder.resolve("slot.yaml"), "network: 1ms\ndecode: {token_time: 20ms}\nslots: 1\n");
        MockOptions options = MockOptions.of(Profiles.load(file.toString()));
        try (MockServer server = MockServer.start(options);
                RawClient first = new RawClient(server.uri());
                RawClient second = new RawClient(server.uri());
                RawClient watcher = new RawClient(server.uri())) {
            first.post(Messages.request(11, false, "a"), "x-request-key: first");
            awaitInFlight(server, 1);
            second.post(Messages.request(1, false, "a"), "x-request-key: second");
            first.body(first.head());
            second.body(second.head());
            awaitIdle(server);
            JsonNode held = JSON.readTree(get(watcher, "/mock/requests/first"));
            JsonNode waited = JSON.readTree(get(watcher, "/mock/requests/second"));

            assertThat(held.at("/slot_wait_ns").longValue()).isZero();
            // Ready a millisecond after it was read, and started when the other's ten gaps of 20 ms were over.
            assertThat(waited.at("/slot_wait_ns").longValue())
                    .isEqualTo(held.at("/scheduled_ns/0").longValue()
                            - waited.at("/received_ns").longValue()
                            - 1_000_000);
        }
    }

    @Test
    void shouldMeasureAsVllmDoes() throws IOException {
        try (MockServer server = start();
                RawClient client = new RawClient(server.uri())) {
            ask(server, client, 20, true, "one");
            ask(server, client, 5, true, "two");
            ask(server, client, 7, false, "three");
            PrometheusPage page = PrometheusPage.read(get(client, "/metrics"));

            assertThat(page.values("model_name")).containsExactly("watched");
            assertThat(page.values("engine")).containsExactly("0");
            assertThat(page.value("vllm:num_requests_running")).isZero();
            assertThat(page.value("vllm:num_requests_waiting")).isZero();
            assertThat(page.value("vllm:kv_cache_usage_perc")).isZero();
            assertThat(page.value("vllm:num_preemptions_total")).isZero();
            assertThat(page.value("vllm:prompt_tokens_total")).isEqualTo(9);
            assertThat(page.value("vllm:prefix_cache_queries_total")).isEqualTo(9);
            assertThat(page.value("vllm:prefix_cache_hits_total")).isZero();
            assertThat(page.value("vllm:generation_tokens_total")).isEqualTo(32);
            assertThat(page.value("vllm:request_success_total", "finished_reason=length"))
                    .isEqualTo(3);
            assertThat(page.value("vllm:request_success_total", "finished_reason=stop"))
                    .isZero();
            assertThat(page.value("vllm:time_to_first_token_seconds_count")).isEqualTo(3);
            assertThat(page.value("vllm:inter_token_latency_seconds_count")).isEqualTo(19 + 4);
            assertThat(page.value("vllm:e2e_request_latency_seconds_count")).isEqualTo(3);
            assertThat(page.value("vllm:request_decode_time_seconds_count")).isEqualTo(3);
            // At twice the speed: 3 ms of queue, and 2 ms of prefill and 1 ms for each of 3 tokens.
            assertThat(page.value("vllm:request_queue_time_seconds_sum")).isEqualTo(3 * 0.0015, within(1e-9));
            assertThat(page.value("vllm:request_prefill_time_seconds_sum")).isEqualTo(3 * 0.0025, within(1e-9));
            assertThat(page.value("vllm:request_prompt_tokens_sum")).isEqualTo(9);
            assertThat(page.value("vllm:request_prompt_tokens_bucket", "le=2.0"))
                    .isZero();
            assertThat(page.value("vllm:request_prompt_tokens_bucket", "le=5.0"))
                    .isEqualTo(3);
            assertThat(page.value("vllm:request_generation_tokens_sum")).isEqualTo(32);
            assertThat(page.value("vllm:request_generation_tokens_bucket", "le=5.0"))
                    .isEqualTo(1);
            assertThat(page.value("tokenpace_mock_lateness_seconds_count")).isEqualTo(22 + 7 + 1);
            assertThat(page.value("tokenpace_mock_lateness_seconds", "quantile=1.0"))
                    .isPositive();
        }
    }

    @Test
    void shouldCountLiveWhatOneHoldsAndOthersWaitFor() throws IOException {
        Path file = Files.writeString(folder.resolve("slow.yaml"), "decode: {token_time: 1h}\nslots: 1\n");
        MockOptions options = MockOptions.of(Profiles.load(file.toString()));
        try (MockServer server = MockServer.start(options);
                RawClient holder = new RawClient(server.uri());
                RawClient waiter = new RawClient(server.uri());
                RawClient watcher = new RawClient(server.uri())) {
            holder.post(Messages.request(9, true, "a b"));
            holder.head();
            holder.chunk();
            waiter.post(Messages.request(9, true, "a b"));
            waiter.head();
            awaitInFlight(server, 2);
            PrometheusPage live = awaitTokens(watcher);
            assertThat(live.value("vllm:num_requests_running")).isEqualTo(1);
            assertThat(live.value("vllm:num_requests_waiting")).isEqualTo(1);
            assertThat(live.value("vllm:prompt_tokens_total")).isEqualTo(2);
            assertThat(live.value("vllm:e2e_request_latency_seconds_count")).isZero();
            assertThat(JSON.readTree(get(watcher, "/mock/stats")).at("/waiting").intValue())
                    .isEqualTo(1);

            waiter.leave();
            holder.leave();
            awaitIdle(server);
            PrometheusPage after = PrometheusPage.read(get(watcher, "/metrics"));
            assertThat(after.value("vllm:request_success_total", "finished_reason=abort"))
                    .isEqualTo(2);
            assertThat(after.value("vllm:num_requests_waiting")).isZero();
        }
    }

    @Test
    void shouldAnswerWatchersWhileStreamsRun() throws IOException {
        int tokens = 2_000;
        try (MockServer server = MockServer.start(
                        MockOptions.of(profile("decode: {token_time: 100us}")).withLoops(2));
                RawClient first = new RawClient(server.uri());
                RawClient second = new RawClient(server.uri());
                RawClient watcher = new RawClient(server.uri())) {
            first.post(Messages.request(tokens, true, "a"));
            second.post(Messages.request(tokens, true, "a"));
            double before = 0;
            do {
                PrometheusPage page = PrometheusPage.read(get(watcher, "/metrics"));
                double generated = page.value("vllm:generation_tokens_total");
                assertThat(generated).isBetween(before, 2.0 * tokens);
                before = generated;
                assertThat(JSON.readTree(get(watcher, "/mock/stats")).has("lateness"))
                        .isTrue();
            } while (before < 2 * tokens);
            first.head();
            second.head();
            assertThat(Messages.events(first.chunks())).hasSize(tokens + 6);
            assertThat(Messages.events(second.chunks())).hasSize(tokens + 6);
        }
    }

    private static PrometheusPage awaitTokens(RawClient watcher) throws IOException {
        while (true) {
            PrometheusPage page = PrometheusPage.read(get(watcher, "/metrics"));
            if (page.value("vllm:generation_tokens_total") > 0) {
                assertThat(page.value("vllm:generation_tokens_total")).isEqualTo(1);
                return page;
            }
        }
    }

    private static String get(RawClient client, String path) throws IOException {
        client.send("GET " + path + " HTTP/1.1\r\nhost: mock\r\n\r\n");
        String head = client.head();
        assertThat(head).startsWith("HTTP/1.1 200 OK\n");
        return client.body(head);
    }

    /** Has one answer and returns its id, once the server has its truth. */
    private static String ask(MockServer server, RawClient client, int tokens, boolean stream, String key)
            throws IOException {
        client.post(Messages.request(tokens, stream, "one two three"), "x-request-key: " + key);
        String head = client.head();
        if (stream) {
            client.chunks();
        } else {
            client.body(head);
        }
        awaitIdle(server);
        return RawClient.header(head, "request-id");
    }

    private static void awaitIdle(MockServer server) {
        awaitInFlight(server, 0);
    }

    private static void awaitInFlight(MockServer server, int requests) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.inFlight() != requests) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private MockServer start() throws IOException {
        return MockServer.start(options());
    }

    private MockOptions options() throws IOException {
        String yaml = "queue: 3ms\nprefill: {fixed: 2ms, per_token: 1ms}\ndecode: {token_time: 2ms}";
        return MockOptions.of(profile(yaml)).withSeed(-7).withTimeScale(2);
    }

    private Profile profile(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), "name: watched\n" + yaml + "\n");
        return Profiles.load(file.toString());
    }
}
