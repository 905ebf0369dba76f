package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.api.ApiOptions;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds the smaller endpoints, and the heads of all, to the documented protocol. */
class ApiRoutesTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST /v1/messages/count_tokens|{'model':'m','messages':[{'role':'user','content':'one two'}]}|200|/input_tokens|2",
                "POST /v1/messages/count_tokens|{'model':'m'}|400|/error/message|messages: Field required",
                "GET /v1/messages/count_tokens|{}|405|/error/message|Method not allowed: GET",
                "GET /v1/models?limit=1||200|/data/0/type|model",
                "GET /v1/models?limit=x||400|/error/message|limit: Input should be a valid integer",
                "GET /v1/models?limit=%zz||400|/error/message|malformed query: limit=%zz",
                "GET /v1/models/claude-opus-5-5||200|/id|claude-opus-5-5",
                "GET /v1/models/no-such||404|/error/message|model: no-such",
                "POST /v1/massages||404|/error/message|Not found: /v1/massages",
                "POST /%zz?a=%||404|/error/message|Not found: /%zz",
                "POST /v1/models||405|/error/message|Method not allowed: POST",
                "POST /v1/messages|{'model':'claude-opus-5-5','max_tokens':1,'temperature':0,'messages':[]}|400|/error/message|temperature: Extra inputs are not permitted",
            })
    void shouldAnswerEachEndpoint(String line, String body, int status, String pointer, String value)
            throws IOException {
        try (MockServer server = start(ApiOptions.permissive());
                RawClient client = new RawClient(server.uri())) {
            send(client, line, "anthropic-version: 2026-10-21", body == null ? "" : body.replace('\'', '"'));
            String head = client.head();
            JsonNode answer = JSON.readTree(client.body(head));

            assertThat(head).startsWith("HTTP/1.1 " + status + " ");
            assertThat(answer.at(pointer).asString()).isEqualTo(value);
            assertThat(RawClient.header(head, "content-type")).isEqualTo("application/json");
            assertThat(RawClient.header(head, "request-id")).startsWith("req_");
            assertThat(RawClient.header(head, "anthropic-organization-id")).hasSize(36);
            assertThat(RawClient.header(head, "anthropic-workspace-id")).startsWith("wrkspc_");
        }
    }

    @Test
    void shouldSayWhichMethodIsAllowed() throws IOException {
        try (MockServer server = start(ApiOptions.permissive());
                RawClient client = new RawClient(server.uri())) {
            send(client, "DELETE /v1/models", "anthropic-version: 2023-06-01", "");
            assertThat(RawClient.header(client.head(), "allow")).isEqualTo("GET");
        }
    }

    @ParameterizedTest
    @CsvSource({"x-api-key: invalid", "authorization: Bearer invalid"})
    void shouldRefuseTheInvalidKey(String header) throws IOException {
        try (MockServer server = start(ApiOptions.permissive());
                RawClient client = new RawClient(server.uri())) {
            send(client, "POST /v1/messages", header, "");
            String head = client.head();
            assertThat(head).startsWith("HTTP/1.1 401 ");
            assertThat(client.body(head)).contains("\"authentication_error\"", "\"invalid x-api-key\"");
        }
    }

    @Test
    void shouldRefuseAVersionThatNeverWas() throws IOException {
        try (MockServer server = start(ApiOptions.permissive());
                RawClient client = new RawClient(server.uri())) {
            send(client, "GET /v1/models", "anthropic-version: 2024-01-01", "");
            String head = client.head();
            assertThat(head).startsWith("HTTP/1.1 400 ");
            assertThat(client.body(head)).contains("anthropic-version: ");
        }
    }

    @Test
    void shouldRefuseUnknownModelsWhenStrict() throws IOException {
        try (MockServer server = start(ApiOptions.permissive().withStrictModels());
                RawClient client = new RawClient(server.uri())) {
            client.post(Messages.request(1, true, "a").replace("claude-opus-5-5", "no-such"));
            String head = client.head();
            assertThat(head).startsWith("HTTP/1.1 404 ");
            assertThat(client.body(head)).contains("\"not_found_error\"", "\"model: no-such\"");
        }
    }

    private static void send(RawClient client, String line, String header, String body) throws IOException {
        client.send(line + " HTTP/1.1\r\nhost: mock\r\n" + header + "\r\ncontent-length: " + body.length() + "\r\n\r\n"
                + body);
    }

    private static MockServer start(ApiOptions api) throws IOException {
        return MockServer.start(MockOptions.of(Profiles.load("instant")).withApi(api));
    }
}
