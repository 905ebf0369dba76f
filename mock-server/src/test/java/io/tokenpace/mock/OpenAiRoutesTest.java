package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells the two APIs of the server apart, and holds the refusals of the OpenAI-compatible one to its shape. */
class OpenAiRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MAX_BODY_BYTES = 32 * 1024 * 1024;

    private MockServer server;
    private RawClient client;

    @BeforeEach
    void start() throws IOException {
        server = MockServer.start(MockOptions.of(Profiles.load("instant"))
                .withApi(ApiOptions.permissive().withStrictModels()));
        client = new RawClient(server.uri());
    }

    @AfterEach
    void stop() throws IOException {
        client.close();
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /v1/chats|a: b|404|null|Invalid URL (POST /v1/chats)",
                "POST /v1/models/|a: b|404|null|Invalid URL (POST /v1/models/)",
                "GET /v1/completions|a: b|405|method_not_supported|Not allowed to GET on /v1/completions. "
                        + "(HINT: Perhaps you meant to use a different HTTP method?)",
                "POST /v1/completions|authorization: Bearer invalid|401|invalid_api_key|"
                        + "Incorrect API key provided: invalid.",
                "GET /v1/models/none|a: b|404|model_not_found|"
                        + "The model `none` does not exist or you do not have access to it.",
            })
    void shouldRefuseInTheShapeOfTheApi(String line, String header, int status, String code, String message)
            throws IOException {
        client.send(line + " HTTP/1.1\r\nhost: mock\r\n" + header + "\r\ncontent-length: 2\r\n\r\n{}");
        String head = client.head();
        JsonNode error = JSON.readTree(client.body(head)).get("error");

        assertThat(head).startsWith("HTTP/1.1 " + status + " ").doesNotContain("anthropic");
        assertThat(RawClient.header(head, "x-request-id")).startsWith("req_");
        assertThat(error.get("type").stringValue()).isEqualTo("invalid_request_error");
        assertThat(error.get("code").asString("null")).isEqualTo(code);
        assertThat(error.get("message").stringValue()).isEqualTo(message);
        assertThat(error.get("param").isNull()).isTrue();
    }

    @Test
    void shouldListTheModelsInTheShapeThatTheVersionHeaderAsksFor() throws IOException {
        client.send("GET /v1/models HTTP/1.1\r\nhost: mock\r\n\r\n");
        JsonNode openAi = JSON.readTree(client.body(client.head()));
        client.send("GET /v1/models HTTP/1.1\r\nhost: mock\r\nanthropic-version: 2023-06-01\r\n\r\n");
        JsonNode anthropic = JSON.readTree(client.body(client.head()));

        assertThat(openAi.get("object").stringValue()).isEqualTo("list");
        assertThat(openAi.at("/data/0/object").stringValue()).isEqualTo("model");
        assertThat(openAi.at("/data/0/created").isIntegralNumber()).isTrue();
        assertThat(openAi.at("/data/0/owned_by").isString()).isTrue();
        assertThat(openAi.at("/data/0/id")).isEqualTo(anthropic.at("/data/0/id"));
        assertThat(anthropic.at("/data/0/type").stringValue()).isEqualTo("model");
    }

    @Test
    void shouldGoOnAfterARefusal() throws IOException {
        Completions.post(client, Completions.CHAT, "{'model':'claude-opus-5-5'}");
        assertThat(client.body(client.head())).contains("\"missing_required_parameter\"");
        Completions.post(client, Completions.TEXT, "{'model':'claude-opus-5-5','prompt':[[1,2,3]],'max_tokens':0}");
        JsonNode whole = JSON.readTree(client.body(client.head()));
        assertThat(whole.at("/usage/prompt_tokens").intValue()).isEqualTo(3);
        assertThat(whole.at("/choices/0/text").stringValue()).isEmpty();
    }

    @Test
    void shouldRefuseABodyBeyondTheLimit() throws IOException {
        client.send(
                "POST /v1/completions HTTP/1.1\r\nhost: mock\r\ncontent-length: " + (MAX_BODY_BYTES + 1) + "\r\n\r\n");
        String head = client.head();
        assertThat(head).startsWith("HTTP/1.1 413 ");
        assertThat(client.body(head)).startsWith("{\"error\":{");
    }
}
