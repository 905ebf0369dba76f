package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.text.TokenCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what goes over the wire to the documented protocol. */
class MessagesApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private static final List<String> EVENTS_BEFORE_TEXT = List.of("message_start", "content_block_start", "ping");

    private static final List<String> EVENTS_AFTER_TEXT =
            List.of("content_block_stop", "message_delta", "message_stop");

    @Test
    void shouldStreamTheDocumentedEvents() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(3, true, "Hello world, 12345!"));
            String head = client.head();
            List<JsonNode> events = Messages.events(client.chunks());

            assertThat(head).startsWith("HTTP/1.1 200 OK");
            assertThat(RawClient.header(head, "content-type")).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(RawClient.header(head, "cache-control")).isEqualTo("no-cache");
            assertThat(RawClient.header(head, "request-id")).startsWith("req_");
            List<String> expected = new ArrayList<>(EVENTS_BEFORE_TEXT);
            IntStream.range(0, 3).forEach(i -> expected.add("content_block_delta"));
            expected.addAll(EVENTS_AFTER_TEXT);
            assertThat(events)
                    .extracting(event -> event.get("type").stringValue())
                    .isEqualTo(expected);
        }
    }

    @Test
    void shouldFillTheEventsAsTheRealServiceDoes() throws IOException {
        // Shapes of a documented stream, with this request's own ids, model and numbers.
        JsonNode start = JSON.readTree("""
                {"type":"message_start","message":{"model":"claude-opus-5-5","id":"ID","type":"message","role":"assistant",
                 "content":[],"container":null,"stop_reason":null,"stop_sequence":null,"stop_details":null,
                 "usage":{"input_tokens":6,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,
                 "cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},"output_tokens":1,
                 "service_tier":"standard","inference_geo":"global"},"diagnostics":null}}
                """);
        JsonNode blockStart = JSON.readTree("""
                {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}
                """);
        JsonNode messageDelta = JSON.readTree("""
                {"type":"message_delta","delta":{"stop_reason":"max_tokens","stop_sequence":null,"stop_details":null,
                 "container":null},"usage":{"input_tokens":6,"cache_creation_input_tokens":0,
                 "cache_read_input_tokens":0,"output_tokens":2,"output_tokens_details":{"thinking_tokens":0}}}
                """);
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(2, true, "Hello world, 12345!"));
            client.head();
            List<JsonNode> events = Messages.events(client.chunks());

            String id = events.get(0).at("/message/id").stringValue();
            assertThat(id).startsWith("msg_");
            assertThat(JSON.readTree(events.get(0).toString().replace(id, "ID")))
                    .isEqualTo(start);
            assertThat(events.get(1)).isEqualTo(blockStart);
            assertThat(events.get(2)).isEqualTo(JSON.readTree("{\"type\":\"ping\"}"));
            assertThat(events.get(3).at("/index").intValue()).isZero();
            assertThat(events.get(3).at("/delta/type").stringValue()).isEqualTo("text_delta");
            assertThat(TokenCount.of(events.get(3).at("/delta/text").stringValue()))
                    .isEqualTo(1);
            assertThat(events.get(6)).isEqualTo(messageDelta);
        }
    }

    @Test
    void shouldAnswerInOnePieceWhenNotStreaming() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(5, false, "Hello"), "x-request-key: same");
            String head = client.head();
            JsonNode whole = JSON.readTree(client.body(head));
            client.post(Messages.request(5, true, "Hello"), "x-request-key: same");
            client.head();
            String streamed = Messages.text(Messages.events(client.chunks()));

            assertThat(RawClient.header(head, "content-type")).isEqualTo("application/json");
            assertThat(whole.at("/type").stringValue()).isEqualTo("message");
            assertThat(whole.at("/stop_reason").stringValue()).isEqualTo("max_tokens");
            assertThat(whole.at("/usage/input_tokens").intValue()).isEqualTo(1);
            assertThat(whole.at("/usage/output_tokens").intValue()).isEqualTo(5);
            assertThat(whole.at("/content/0/text").stringValue()).isEqualTo(streamed);
        }
    }

    @Test
    void shouldSendSeveralTokensInAnEventAndCountThemAll() throws IOException {
        try (MockServer server = serve("decode: {token_time: 0ms, bundle: 40}");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(100, true, "Hello"), "x-request-key: same");
            client.head();
            List<JsonNode> events = Messages.events(client.chunks());
            client.post(Messages.request(100, false, "Hello"), "x-request-key: same");
            JsonNode whole = JSON.readTree(client.body(client.head()));

            assertThat(events.stream()
                            .filter(event -> event.at("/type").stringValue().equals("content_block_delta"))
                            .map(event -> TokenCount.of(event.at("/delta/text").stringValue())))
                    .containsExactly(1, 40, 40, 19);
            assertThat(events.get(events.size() - 2).at("/usage/output_tokens").intValue())
                    .isEqualTo(100);
            assertThat(Messages.text(events))
                    .isEqualTo(whole.at("/content/0/text").stringValue());
        }
    }

    @Test
    void shouldSayWhatEndedTheAnswer() throws IOException {
        try (MockServer server = serve("decode: {token_time: 0ms}\nanswer_tokens: 7");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(100, true, "Hello"));
            client.head();
            JsonNode natural = Messages.events(client.chunks()).get(11);
            client.post(Messages.request(6, false, "Hello"));
            JsonNode cut = JSON.readTree(client.body(client.head()));

            assertThat(natural.at("/delta/stop_reason").stringValue()).isEqualTo("end_turn");
            assertThat(natural.at("/usage/output_tokens").intValue()).isEqualTo(7);
            assertThat(cut.at("/stop_reason").stringValue()).isEqualTo("max_tokens");
            assertThat(cut.at("/usage/output_tokens").intValue()).isEqualTo(6);
        }
    }

    @Test
    void shouldPingInLongSilences() throws IOException {
        try (MockServer server = serve("prefill: {fixed: 30ms}\ndecode: {token_time: 0ms}\nping: 10ms");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(2, true, "Hello"));
            client.head();
            List<String> types = Messages.events(client.chunks()).stream()
                    .map(event -> event.get("type").stringValue())
                    .toList();
            // Two more are due, after 10 and 20 ms; a server held up for that long would skip one.
            assertThat(types.subList(0, 3)).isEqualTo(EVENTS_BEFORE_TEXT);
            assertThat(types).filteredOn("ping"::equals).hasSizeBetween(1, 3);
            assertThat(types).filteredOn("content_block_delta"::equals).hasSize(2);
        }
    }

    @Test
    void shouldRepeatItselfForTheSameSeedAndTellRepeatedBodiesApart() throws IOException {
        assertThat(threeAnswers(7)).isEqualTo(threeAnswers(7)).doesNotHaveDuplicates();
        assertThat(threeAnswers(7)).doesNotContainAnyElementsOf(threeAnswers(8));
    }

    private static List<String> threeAnswers(long seed) throws IOException {
        List<String> answers = new ArrayList<>();
        MockOptions options = MockOptions.of(Profiles.load("instant")).withSeed(seed);
        try (MockServer server = MockServer.start(options);
                RawClient client = new RawClient(server.uri())) {
            for (int i = 0; i < 3; i++) {
                client.post(Messages.request(40, true, "the same body"));
                client.head();
                answers.add(Messages.text(Messages.events(client.chunks())));
            }
        }
        return answers;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/messages|405|invalid_request_error|Method not allowed: GET",
                "POST /v1/messages/none|404|not_found_error|Not found: /v1/messages/none",
                "POST /v1/messages|400|invalid_request_error|anthropic-version: header is required",
            })
    void shouldRefuseWithTheRealShape(String line, int status, String type, String message) throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.send(line + " HTTP/1.1\r\nhost: mock\r\ncontent-length: 2\r\n\r\n{}");
            String head = client.head();
            JsonNode body = JSON.readTree(client.body(head));

            assertThat(head).startsWith("HTTP/1.1 " + status + " ");
            assertThat(body.at("/type").stringValue()).isEqualTo("error");
            assertThat(body.at("/error/type").stringValue()).isEqualTo(type);
            assertThat(body.at("/error/message").stringValue()).isEqualTo(message);
            assertThat(body.at("/request_id").stringValue()).isEqualTo(RawClient.header(head, "request-id"));
        }
    }

    @Test
    void shouldGoOnAfterARefusal() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.post("{\"model\":\"m\"}");
            assertThat(client.body(client.head())).contains("max_tokens: Field required");
            client.post(Messages.request(1, false, "a"));
            assertThat(client.head()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void shouldRefuseABodyBeyondTheLimit() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.send("POST /v1/messages HTTP/1.1\r\nhost: mock\r\ncontent-length: 33554433\r\n\r\n");
            String head = client.head();
            assertThat(head).startsWith("HTTP/1.1 413 ");
            assertThat(client.body(head)).contains("request_too_large");
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    @Test
    void shouldRefuseWhatIsNoHttpAndClose() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.send("nonsense\r\n\r\n");
            assertThat(client.head()).startsWith("HTTP/1.1 400 ");
        }
    }

    @Test
    void shouldAnswerPipelinedRequestsInOrder() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            for (int tokens = 1; tokens <= 5; tokens++) {
                client.post(Messages.request(tokens, true, "a"));
            }
            for (int tokens = 1; tokens <= 5; tokens++) {
                client.head();
                assertThat(Messages.events(client.chunks())).hasSize(6 + tokens);
            }
        }
    }

    @Test
    void shouldCloseTheConnectionWhenAskedTo() throws IOException {
        try (MockServer server = start("instant");
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(1, true, "a"), "connection: close");
            assertThat(RawClient.header(client.head(), "connection")).isEqualTo("close");
            client.chunks();
            assertThat(client.isClosedByServer()).isTrue();
        }
    }

    private MockServer serve(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), yaml);
        return MockServer.start(MockOptions.of(Profiles.load(file.toString())));
    }

    private static MockServer start(String profile) throws IOException {
        return MockServer.start(MockOptions.of(Profiles.load(profile)));
    }
}
