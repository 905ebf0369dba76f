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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One answer as a stream and as a whole, in virtual time. */
record PlayedAnswer(Timeline timeline, List<List<JsonNode>> events, JsonNode whole) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Answers a body that arrives at 0. */
    static PlayedAnswer to(String body, IsolatedService service, RequestKey key, DeltaFrames frames)
            throws RefusedException {
        MessagesRequest request = new MessagesReader(ModelCatalogue.permissive())
                .messages(body.replace('\'', '"').getBytes(UTF_8), ApiVersion.V2026_10_21);
        InputUsage input = InputUsage.uncached(request.promptTokens());
        Answer answer = Answer.to(request, input, key, service.verbosity(key), new Sampler(Sampling.DEFAULT));
        Answer again = Answer.to(request, input, key, service.verbosity(key), new Sampler(Sampling.DEFAULT));
        Timeline timeline = service.admit(
                new Demand(key, request.promptTokens(), 0, request.maxTokens()), answer.script(), 0, () -> {});
        List<List<JsonNode>> events = new ArrayList<>();
        MessageStream stream = new MessageStream(answer, timeline, frames);
        for (int event = 0; event < timeline.events(); event++) {
            ByteBuf out = Unpooled.buffer();
            stream.write(event, out);
            events.add(parse(out));
        }
        return new PlayedAnswer(timeline, events, JSON.readTree(WholeMessage.body(again)));
    }

    /** All events of the stream. */
    List<JsonNode> stream() {
        return events.stream().flatMap(List::stream).toList();
    }

    /** The last usage that the stream gives. */
    JsonNode streamedUsage() {
        return stream().stream()
                .filter(event -> event.at("/type").stringValue().equals("message_delta"))
                .map(event -> event.at("/usage"))
                .findFirst()
                .orElseThrow();
    }

    /** Joins what the deltas of one type carry under this name, in the block with this index. */
    String joined(int index, String name) {
        return deltas(index).map(delta -> delta.path(name).asString("")).collect(Collectors.joining());
    }

    Stream<JsonNode> deltas(int index) {
        return stream().stream()
                .filter(event -> event.at("/type").stringValue().equals("content_block_delta"))
                .filter(event -> event.at("/index").intValue() == index)
                .map(event -> event.at("/delta"));
    }

    JsonNode block(int index) {
        return whole.at("/content").get(index);
    }

    /** Holds every event to its name, and every chunk to its length. */
    private static List<JsonNode> parse(ByteBuf out) {
        List<JsonNode> events = new ArrayList<>();
        String rest = out.toString(UTF_8);
        while (!rest.isEmpty()) {
            int line = rest.indexOf("\r\n");
            byte[] tail = rest.substring(line + 2).getBytes(UTF_8);
            int length = Integer.parseInt(rest.substring(0, line), 16);
            String chunk = new String(tail, 0, length, UTF_8);
            for (String event : chunk.split("(?<=\n\n)", 0)) {
                assertThat(event).matches("event: \\w+\ndata: .+\n\n");
                JsonNode data = JSON.readTree(event.substring(event.indexOf("data: ") + 6));
                assertThat(event).startsWith("event: " + data.at("/type").stringValue() + "\n");
                events.add(data);
            }
            rest = new String(tail, length, tail.length - length, UTF_8);
            assertThat(rest).startsWith("\r\n");
            rest = rest.substring(2);
        }
        return events;
    }
}
