package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests to the OpenAI-compatible API, and reads its streams strictly. */
final class Completions {
    static final String CHAT = "/v1/chat/completions";
    static final String TEXT = "/v1/completions";
    private static final JsonMapper JSON = new JsonMapper();

    private Completions() {}

    /** Sends a body, for whose double quotes single ones may stand. */
    static void post(RawClient client, String path, String body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: mock\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        String json = body.replace('\'', '"');
        client.send(head + "content-length: " + json.getBytes(UTF_8).length + "\r\n\r\n" + json);
    }

    /** Returns the fields of a request for an answer to {@code prompt}, without its end. */
    static String chat(String prompt) {
        return "{'model':'m','messages':[{'role':'user','content':'" + prompt + "'}]";
    }

    /** Splits a body into chunks, holding it to nameless events of one data line and to the mark of the end. */
    static List<JsonNode> chunks(String body) {
        assertThat(body).endsWith("\n\ndata: [DONE]\n\n");
        List<JsonNode> chunks = new ArrayList<>();
        String[] events = body.stripTrailing().split("\n\n", -1);
        for (int event = 0; event < events.length - 1; event++) {
            assertThat(events[event]).startsWith("data: {").doesNotContain("\n");
            JsonNode chunk = JSON.readTree(events[event].substring("data: ".length()));
            assertThat(chunk.has("error")).isFalse();
            chunks.add(chunk);
        }
        return chunks;
    }

    /** Joins the words of all chunks. */
    static String text(List<JsonNode> chunks) {
        return chunks.stream()
                .map(chunk -> chunk.at("/choices/0/delta/content").asString("")
                        + chunk.at("/choices/0/text").asString(""))
                .collect(Collectors.joining());
    }
}
