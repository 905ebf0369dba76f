package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes requests for the Messages API, and reads its streams strictly. */
final class Messages {
    private static final JsonMapper JSON = new JsonMapper();

    private Messages() {}

    static String request(int maxTokens, boolean stream, String prompt) {
        return "{\"model\":\"claude-opus-5-5\",\"max_tokens\":" + maxTokens + ",\"stream\":" + stream
                + ",\"messages\":[{\"role\":\"user\",\"content\":\"" + prompt + "\"}]}";
    }

    /** Splits a body into events, holding each to its name line, its data line and its blank line. */
    static List<JsonNode> events(String body) {
        assertThat(body).endsWith("\n\n");
        List<JsonNode> events = new ArrayList<>();
        for (String event : body.stripTrailing().split("\n\n", -1)) {
            String[] lines = event.split("\n", -1);
            assertThat(lines).hasSize(2);
            JsonNode data = JSON.readTree(lines[1].substring("data: ".length()));
            assertThat(lines[0]).isEqualTo("event: " + data.get("type").stringValue());
            events.add(data);
        }
        return events;
    }

    /** Joins the text of all deltas. */
    static String text(List<JsonNode> events) {
        return events.stream()
                .filter(event -> event.get("type").stringValue().equals("content_block_delta"))
                .map(event -> event.at("/delta/text").stringValue())
                .collect(Collectors.joining());
    }
}
