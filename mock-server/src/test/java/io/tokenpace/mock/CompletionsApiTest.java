package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.profile.Profiles;
import io.tokenpace.mock.text.TokenCount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Holds what the OpenAI-compatible API sends over the wire to the documented chunks. */
class CompletionsApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String STREAM = ",'stream':true";
    private static final String USAGE = ",'stream_options':{'include_usage':true}";

    @TempDir
    private Path folder;

    @Test
    void shouldStreamTheDocumentedChunks() throws IOException {
        List<JsonNode> documented = documented("""
                {"id":"ID","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,
                 "delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}],"usage":null}
                {"id":"ID","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,
                 "delta":{"content":"WORD"},"logprobs":null,"finish_reason":null}],"usage":null}
                {"id":"ID","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,
                 "delta":{},"logprobs":null,"finish_reason":"length"}],"usage":null}
                {"id":"ID","object":"chat.completion.chunk","created":1,"model":"m","choices":[],
                 "usage":{"prompt_tokens":6,"completion_tokens":1,"total_tokens":7,
                 "prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":0}}}
                """);
        try (MockServer server = serve("decode: {token_time: 0ms}");
                RawClient client = new RawClient(server.uri())) {
            String request = Completions.chat("Hello world, 12345!") + ",'max_tokens':1";
            Completions.post(client, Completions.CHAT, request + STREAM + USAGE + "}");
            String head = client.head();
            List<JsonNode> chunks = Completions.chunks(client.chunks());

            assertThat(head).startsWith("HTTP/1.1 200 OK");
            assertThat(RawClient.header(head, "content-type")).isEqualTo("text/event-stream; charset=utf-8");
            assertThat(RawClient.header(head, "x-request-id")).startsWith("req_");
            assertThat(RawClient.header(head, "openai-processing-ms")).matches("\\d+");
            assertThat(head).doesNotContain("anthropic");
            assertThat(chunks.get(0).get("id").stringValue()).startsWith("chatcmpl-");
            assertThat(chunks.get(0).get("system_fingerprint").stringValue()).startsWith("fp_");
            assertThat(chunks.get(0).get("service_tier").stringValue()).isEqualTo("default");
            assertThat(TokenCount.of(
                            chunks.get(1).at("/choices/0/delta/content").stringValue()))
                    .isEqualTo(1);
            assertThat(chunks.stream().map(CompletionsApiTest::comparable)).isEqualTo(documented);
        }
    }

    @Test
    void shouldStreamTheDocumentedChunksOfAText() throws IOException {
        List<JsonNode> documented = documented("""
                {"id":"ID","object":"text_completion","created":1,"model":"m","choices":[{"text":"WORD","index":0,
                 "logprobs":null,"finish_reason":null}]}
                {"id":"ID","object":"text_completion","created":1,"model":"m","choices":[{"text":"WORD","index":0,
                 "logprobs":null,"finish_reason":null}]}
                {"id":"ID","object":"text_completion","created":1,"model":"m","choices":[{"text":"","index":0,
                 "logprobs":null,"finish_reason":"stop"}]}
                """);
        try (MockServer server = serve("decode: {token_time: 0ms}\nanswer_tokens: 2");
                RawClient client = new RawClient(server.uri())) {
            Completions.post(client, Completions.TEXT, "{'model':'m','prompt':'one'" + STREAM + "}");
            client.head();
            List<JsonNode> chunks = Completions.chunks(client.chunks());

            assertThat(chunks.get(0).get("id").stringValue()).startsWith("cmpl-");
            assertThat(chunks.stream().map(CompletionsApiTest::comparable)).isEqualTo(documented);
        }
    }

    @Test
    void shouldAnswerInOnePieceWithTheWordsOfTheStream() throws IOException {
        try (MockServer server = serve("decode: {token_time: 0ms, bundle: 7}");
                RawClient client = new RawClient(server.uri())) {
            String request = Completions.chat("one two") + ",'max_completion_tokens':40";
            Completions.post(client, Completions.CHAT, request + "}", "x-request-key: same");
            String head = client.head();
            JsonNode whole = JSON.readTree(client.body(head));
            Completions.post(client, Completions.CHAT, request + STREAM + "}", "x-request-key: same");
            client.head();
            List<JsonNode> chunks = Completions.chunks(client.chunks());

            assertThat(RawClient.header(head, "content-type")).isEqualTo("application/json");
            assertThat(whole.get("object").stringValue()).isEqualTo("chat.completion");
            assertThat(whole.at("/choices/0/message/role").stringValue()).isEqualTo("assistant");
            assertThat(whole.at("/choices/0/finish_reason").stringValue()).isEqualTo("length");
            assertThat(whole.get("usage")).isEqualTo(JSON.readTree("""
                            {"prompt_tokens":2,"completion_tokens":40,"total_tokens":42,
                             "prompt_tokens_details":{"cached_tokens":0},
                             "completion_tokens_details":{"reasoning_tokens":0}}"""));
            assertThat(whole.at("/choices/0/message/content").stringValue()).isEqualTo(Completions.text(chunks));
            assertThat(chunks.get(0).get("id")).isEqualTo(whole.get("id"));
            assertThat(chunks).noneMatch(chunk -> chunk.has("usage"));
            // The role, 1 token, 5 times 7, the other 4, and the reason for the end.
            assertThat(chunks).hasSize(1 + 1 + 5 + 1 + 1);
        }
    }

    @Test
    void shouldTellTheUsageSoFarWithEveryChunk() throws IOException {
        try (MockServer server = serve("decode: {token_time: 0ms, bundle: 10}");
                RawClient client = new RawClient(server.uri())) {
            String options = ",'stream_options':{'include_usage':true,'continuous_usage_stats':true}}";
            Completions.post(
                    client, Completions.CHAT, Completions.chat("one two") + ",'max_tokens':15" + STREAM + options);
            client.head();
            List<JsonNode> chunks = Completions.chunks(client.chunks());

            assertThat(chunks.stream()
                            .map(chunk -> chunk.at("/usage/completion_tokens").intValue()))
                    .containsExactly(0, 1, 11, 15, 15, 15);
            assertThat(chunks)
                    .allMatch(chunk -> chunk.at("/usage/prompt_tokens").intValue() == 2)
                    .allMatch(chunk -> chunk.at("/usage/total_tokens").intValue()
                            == 2 + chunk.at("/usage/completion_tokens").intValue());
        }
    }

    @Test
    void shouldEndByItselfUnlessToldNotTo() throws IOException {
        try (MockServer server = serve("decode: {token_time: 0ms}\nanswer_tokens: 7");
                RawClient client = new RawClient(server.uri())) {
            assertThat(ending(client, "")).isEqualTo("stop after 7");
            assertThat(ending(client, ",'max_tokens':6")).isEqualTo("length after 6");
            assertThat(ending(client, ",'max_tokens':9,'min_tokens':8")).isEqualTo("stop after 8");
            assertThat(ending(client, ",'max_tokens':9,'min_tokens':9")).isEqualTo("length after 9");
            assertThat(ending(client, ",'max_tokens':9,'ignore_eos':true")).isEqualTo("length after 9");
            assertThat(ending(client, ",'ignore_eos':true")).isEqualTo("length after 4096");
        }
    }

    @Test
    void shouldCacheLongPromptsUnaskedInSteps() throws IOException {
        String shared = "word ".repeat(1_499) + "word";
        try (MockServer server = serve("decode: {token_time: 0ms}");
                RawClient client = new RawClient(server.uri())) {
            assertThat(cachedTokens(client, shared, "first", "")).isZero();
            // 1,500 tokens are shared, which is 11 steps of 128 and a bit.
            assertThat(cachedTokens(client, shared, "second", "")).isEqualTo(11 * 128);
            assertThat(cachedTokens(client, shared, "second", ",'cache_salt':'other'"))
                    .isZero();
            assertThat(cachedTokens(client, "word", "first", "")).isZero();
            assertThat(cachedTokens(client, "word", "first", "")).isZero();
        }
    }

    @Test
    void shouldKeepALongSilenceAliveWithComments() throws IOException {
        try (MockServer server = serve("prefill: {fixed: 30ms}\ndecode: {token_time: 0ms}\nping: 10ms");
                RawClient client = new RawClient(server.uri())) {
            Completions.post(client, Completions.CHAT, Completions.chat("one") + ",'max_tokens':1" + STREAM + "}");
            client.head();
            String body = client.chunks();
            assertThat(body).startsWith("data: {").contains("\n\n: keep-alive\n\n");
            assertThat(Completions.chunks(body.replace(": keep-alive\n\n", ""))).hasSize(3);
        }
    }

    private static String ending(RawClient client, String fields) throws IOException {
        Completions.post(client, Completions.CHAT, Completions.chat("one") + fields + "}");
        JsonNode whole = JSON.readTree(client.body(client.head()));
        return whole.at("/choices/0/finish_reason").stringValue() + " after "
                + whole.at("/usage/completion_tokens").intValue();
    }

    private static int cachedTokens(RawClient client, String system, String question, String fields)
            throws IOException {
        Completions.post(
                client,
                Completions.CHAT,
                "{'model':'m','messages':[{'role':'system','content':'" + system + "'},{'role':'user','content':'"
                        + question + "'}],'max_tokens':1" + fields + "}");
        return JSON.readTree(client.body(client.head()))
                .at("/usage/prompt_tokens_details/cached_tokens")
                .intValue();
    }

    private static List<JsonNode> documented(String chunks) {
        return JSON.readerFor(JsonNode.class).<JsonNode>readValues(chunks).readAll();
    }

    /** Replaces what differs from request to request, and takes out what the documented chunks leave out. */
    private static JsonNode comparable(JsonNode chunk) {
        ObjectNode copy = (ObjectNode) chunk.deepCopy();
        copy.put("id", "ID").put("created", 1);
        copy.remove(List.of("system_fingerprint", "service_tier"));
        JsonNode choice = copy.at("/choices/0");
        if (!choice.at("/delta/content").asString("").isEmpty()) {
            ((ObjectNode) choice.get("delta")).put("content", "WORD");
        }
        if (!choice.at("/text").asString("").isEmpty()) {
            ((ObjectNode) choice).put("text", "WORD");
        }
        return copy;
    }

    private MockServer serve(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), yaml);
        return MockServer.start(MockOptions.of(Profiles.load(file.toString())));
    }
}
