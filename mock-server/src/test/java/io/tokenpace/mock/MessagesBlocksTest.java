package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.truth.EventTimes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers of several blocks to a recorded stream of the real service, over the wire. */
class MessagesBlocksTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SETTLED =
            "network: 5ms\nprefill: {fixed: 5ms}\ndecode: {token_time: 1ms}\nthinking: {tokens: 12}\nanswer_tokens: 3";
    private static final String TOOL =
            ",'tools':[{'name':'read_file','input_schema':{'type':'object','properties':{'path':{'type':'string'},"
                    + "'first_line':{'type':'integer','minimum':1},'hint':{'type':'string'}},"
                    + "'required':['path','first_line']}EAGER}]";
    private static final long MS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void shouldThinkInSummaryAsRecorded() throws IOException {
        List<JsonNode> events = stream(SETTLED, ",'thinking':{'type':'adaptive','display':'summarized'}");

        // Event by event, and key by key, as in a recorded stream; 12 tokens of thinking are three words of summary.
        assertThat(shapes(events))
                .containsExactly(
                        "message_start message",
                        "content_block_start index content_block",
                        "ping",
                        "content_block_delta index delta:thinking_delta",
                        "content_block_delta index delta:thinking_delta",
                        "content_block_delta index delta:thinking_delta",
                        "content_block_delta index delta:signature_delta",
                        "content_block_stop index",
                        "content_block_start index content_block",
                        "content_block_delta index delta:text_delta",
                        "content_block_delta index delta:text_delta",
                        "content_block_delta index delta:text_delta",
                        "content_block_stop index",
                        "message_delta delta usage",
                        "message_stop");
        assertThat(events.get(1).at("/content_block"))
                .isEqualTo(json("{'type':'thinking','thinking':'','signature':''}"));
        assertThat(events.get(6).at("/delta/signature").stringValue()).startsWith("EqQB");
        assertThat(events.get(8))
                .isEqualTo(json("{'type':'content_block_start','index':1,'content_block':{'type':'text','text':''}}"));
        assertThat(events.get(13).at("/usage/output_tokens").intValue()).isEqualTo(15);
        assertThat(events.get(13)
                        .at("/usage/output_tokens_details/thinking_tokens")
                        .intValue())
                .isEqualTo(12);
    }

    @Test
    void shouldBeSilentWhileThinkingIsOmittedAsNewerModelsDoByDefault() throws IOException {
        assertThat(shapes(stream(SETTLED, "")))
                .containsExactly(
                        "message_start message",
                        "content_block_start index content_block",
                        "ping",
                        "content_block_delta index delta:signature_delta",
                        "content_block_stop index",
                        "content_block_start index content_block",
                        "content_block_delta index delta:text_delta",
                        "content_block_delta index delta:text_delta",
                        "content_block_delta index delta:text_delta",
                        "content_block_stop index",
                        "message_delta delta usage",
                        "message_stop");
    }

    @Test
    void shouldTakeTheTimeOfItsTokensToThink() throws IOException {
        try (MockServer server = serve(SETTLED);
                RawClient client = new RawClient(server.uri())) {
            client.post(request("", true));
            String id = RawClient.header(client.head(), "request-id");
            client.chunks();
            while (server.inFlight() > 0) {
                Thread.onSpinWait();
            }
            EventTimes times = server.truth(id).orElseThrow().events();
            // Network 5 ms; prefill 5 ms; then 12 tokens of thinking and 3 of text, 1 ms apart, and the end.
            assertThat(times.written()).isEqualTo(6);
            assertThat(times.scheduledNanos(1) - times.scheduledNanos(0)).isEqualTo((5 + 11) * MS);
            assertThat(times.scheduledNanos(2) - times.scheduledNanos(0)).isEqualTo((5 + 12) * MS);
            assertThat(times.scheduledNanos(5) - times.scheduledNanos(0)).isEqualTo((5 + 14) * MS);
        }
    }

    @Test
    void shouldCallAToolAsRecorded() throws IOException {
        List<JsonNode> events = stream(
                "decode: {token_time: 0ms}",
                ",'thinking':{'type':'disabled'},'tool_choice':{'type':'any'}" + TOOL.replace("EAGER", ""));

        JsonNode start = events.get(1).at("/content_block");
        String id = start.at("/id").stringValue();
        assertThat(id).matches("toolu_01\\w{20}");
        assertThat(start)
                .isEqualTo(json("{'type':'tool_use','id':'" + id
                        + "','name':'read_file','input':{},'caller':{'type':'direct'}}"));
        List<String> pieces = events.stream()
                .filter(event -> event.at("/delta/type").asString("").equals("input_json_delta"))
                .map(event -> event.at("/delta/partial_json").stringValue())
                .toList();
        assertThat(pieces.get(0)).isEmpty();
        JsonNode input = JSON.readTree(String.join("", pieces));
        assertThat(input.propertyNames()).containsExactly("path", "first_line");
        assertThat(input.at("/path").isString()).isTrue();
        assertThat(input.at("/first_line").intValue()).isPositive();
        assertThat(events.get(events.size() - 2).at("/delta"))
                .isEqualTo(
                        json("{'stop_reason':'tool_use','stop_sequence':null,'stop_details':null,'container':null}"));
    }

    @Test
    void shouldHoldEachKeyBackUnlessItsToolIsEager() throws IOException {
        String ask = ",'thinking':{'type':'disabled'},'tool_choice':{'type':'tool','name':'read_file'}" + TOOL;
        assertThat(writes(ask.replace("EAGER", ""))).isEqualTo(4);
        // One a token: {"path": " takes 7 alone.
        assertThat(writes(ask.replace("EAGER", ",'eager_input_streaming':true")))
                .isGreaterThan(16);
    }

    @Test
    void shouldStopBeforeAStopSequence() throws IOException {
        String text = text(whole("decode: {token_time: 0ms}", ",'thinking':{'type':'disabled'}"));
        String[] words = text.strip().split(" ", -1);
        // From the last letter of the third word to the first of the fifth.
        String sequence = words[2].charAt(words[2].length() - 1) + " " + words[3] + " " + words[4].charAt(0);
        JsonNode stopped = whole(
                "decode: {token_time: 0ms}",
                ",'thinking':{'type':'disabled'},'stop_sequences':['never','" + sequence + "']");

        assertThat(text(stopped)).isEqualTo(text.substring(0, text.indexOf(sequence)));
        assertThat(stopped.at("/stop_reason").stringValue()).isEqualTo("stop_sequence");
        assertThat(stopped.at("/stop_sequence").stringValue()).isEqualTo(sequence);
        assertThat(stopped.at("/usage/output_tokens").intValue()).isEqualTo(5);
    }

    @Test
    void shouldContinueWhatTheAssistantBegan() throws IOException {
        JsonNode answer;
        try (MockServer server = serve("decode: {token_time: 0ms}\nanswer_tokens: 4\nthinking: {tokens: 9}");
                RawClient client = new RawClient(server.uri())) {
            client.post("{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":50,\"messages\":["
                    + "{\"role\":\"user\",\"content\":\"one two\"},{\"role\":\"assistant\",\"content\":\"three\"}]}");
            answer = JSON.readTree(client.body(client.head()));
        }
        assertThat(answer.at("/content").size()).isEqualTo(1);
        assertThat(answer.at("/usage/input_tokens").intValue()).isEqualTo(3);
        assertThat(answer.at("/usage/output_tokens").intValue()).isEqualTo(4);
    }

    /** How many events are written, head and end included, for an answer to this. */
    private int writes(String fields) throws IOException {
        try (MockServer server = serve("decode: {token_time: 0ms}");
                RawClient client = new RawClient(server.uri())) {
            client.post(request(fields, true));
            String id = RawClient.header(client.head(), "request-id");
            client.chunks();
            while (server.inFlight() > 0) {
                Thread.onSpinWait();
            }
            return server.truth(id).orElseThrow().events().written();
        }
    }

    private List<JsonNode> stream(String profile, String fields) throws IOException {
        try (MockServer server = serve(profile);
                RawClient client = new RawClient(server.uri())) {
            client.post(request(fields, true));
            client.head();
            return Messages.events(client.chunks());
        }
    }

    private JsonNode whole(String profile, String fields) throws IOException {
        try (MockServer server = serve(profile);
                RawClient client = new RawClient(server.uri())) {
            client.post(request(fields, false), "x-request-key: same");
            return JSON.readTree(client.body(client.head()));
        }
    }

    private static String text(JsonNode answer) {
        return answer.at("/content/0/text").stringValue();
    }

    private static String request(String fields, boolean stream) {
        String model = fields.contains("disabled") ? "claude-sonnet-5" : "claude-opus-5-5";
        return json("{'model':'" + model + "','max_tokens':200,'stream':" + stream
                        + ",'messages':[{'role':'user','content':'Hello'}]" + fields + "}")
                .toString();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    /** The type of each event and its other keys, and the type of its delta. */
    private static List<String> shapes(List<JsonNode> events) {
        return events.stream()
                .map(event -> event.propertyNames().stream()
                        .map(key -> key.equals("type") ? event.at("/type").stringValue() : key)
                        .map(key ->
                                key.equals("delta") && event.at("/delta/type").isString()
                                        ? key + ":" + event.at("/delta/type").stringValue()
                                        : key)
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private MockServer serve(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), yaml);
        return MockServer.start(MockOptions.of(Profiles.load(file.toString())));
    }
}
