package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tokenpace.mock.model.Demand;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.Timeline;
import io.tokenpace.mock.text.Sampler;
import io.tokenpace.mock.text.Sampling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One completion as a stream and as a whole, in virtual time. */
record PlayedCompletion(Timeline timeline, List<List<JsonNode>> events, JsonNode whole) {
    static final String REASONING = "/choices/0/delta/reasoning";
    static final String CONTENT = "/choices/0/delta/content";
    static final String ARGUMENTS = "/choices/0/delta/tool_calls/0/function/arguments";
    private static final JsonMapper JSON = new JsonMapper();

    /** Answers a body that arrives at 0, and whose end asks for a stream with the usage in every chunk. */
    static PlayedCompletion to(String body, OpenAiKind kind, IsolatedService service, RequestKey key)
            throws OpenAiRefusedException {
        String streamed =
                body + ",'stream':true,'stream_options':{'include_usage':true,'continuous_usage_stats':true}}";
        OpenAiRequest request = new OpenAiReader(ModelCatalogue.permissive())
                .read(streamed.replace('\'', '"').getBytes(UTF_8), kind);
        OpenAiAnswer answer = answer(request, service, key);
        Demand demand = new Demand(key, request.promptTokens(), 0, request.maxTokens(), request.minTokens());
        Timeline timeline = service.admit(demand, answer.script(), 0, () -> {});
        OpenAiStream stream = new OpenAiStream(answer, request, timeline);
        List<List<JsonNode>> events = new ArrayList<>();
        for (int event = 0; event < timeline.events(); event++) {
            ByteBuf out = Unpooled.buffer();
            stream.write(event, out);
            assertThat(out.readableBytes()).isLessThanOrEqualTo(stream.likelyBytes(event, event + 1));
            events.add(parse(out));
        }
        return new PlayedCompletion(timeline, events, JSON.readTree(OpenAiWhole.body(answer(request, service, key))));
    }

    private static OpenAiAnswer answer(OpenAiRequest request, IsolatedService service, RequestKey key) {
        return OpenAiAnswer.to(
                request,
                InputUsage.uncached(request.promptTokens()),
                key,
                service.verbosity(key),
                new Sampler(Sampling.DEFAULT),
                Instant.EPOCH);
    }

    /** All chunks of the stream. */
    List<JsonNode> chunks() {
        return events.stream().flatMap(List::stream).toList();
    }

    /** Joins the strings at one place of all chunks. */
    String joined(String pointer) {
        return chunks().stream().map(chunk -> chunk.at(pointer).asString("")).collect(Collectors.joining());
    }

    String finishReason() {
        String reason = joined("/choices/0/finish_reason");
        assertThat(whole.at("/choices/0/finish_reason").stringValue()).isEqualTo(reason);
        return reason;
    }

    JsonNode message() {
        return whole.at("/choices/0/message");
    }

    /** The usage of the last chunk, which is that of the whole answer. */
    JsonNode usage() {
        JsonNode usage = chunks().get(chunks().size() - 1).at("/usage");
        assertThat(whole.at("/usage")).isEqualTo(usage);
        return usage;
    }

    int reasoningTokens() {
        return usage().at("/completion_tokens_details/reasoning_tokens").intValue();
    }

    /** Holds every chunk to its length. */
    private static List<JsonNode> parse(ByteBuf out) {
        List<JsonNode> chunks = new ArrayList<>();
        while (out.isReadable()) {
            int line = out.bytesBefore((byte) '\r');
            int length = Integer.parseInt(out.readString(line, UTF_8), 16);
            out.skipBytes(2);
            String payload = out.readString(length, UTF_8);
            assertThat(out.readString(2, UTF_8)).isEqualTo("\r\n");
            for (String event : payload.split("(?<=\n\n)", 0)) {
                assertThat(event).matches("data: .+\n\n");
                if (!event.contains("[DONE]")) {
                    chunks.add(JSON.readTree(event.substring("data: ".length())));
                }
            }
        }
        return chunks;
    }
}
