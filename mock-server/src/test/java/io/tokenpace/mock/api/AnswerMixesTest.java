package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.model.Decode;
import io.tokenpace.mock.model.IsolatedService;
import io.tokenpace.mock.model.Pace;
import io.tokenpace.mock.model.Prefill;
import io.tokenpace.mock.model.RequestKey;
import io.tokenpace.mock.model.ServiceParameters;
import io.tokenpace.mock.text.TokenCount;
import io.tokenpace.mock.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds answers of every make, drawn at random, to what must be true of all of them. */
class AnswerMixesTest {
    private static final long TOKEN_NANOS = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String TOOLS = """
            'tools':[
              {'name':'plain','input_schema':{'type':'object'}},
              {'name':'read \\u0022it\\u0022','eager_input_streaming':true,'input_schema':{'type':'object','properties':{
                'path':{'type':'string'},'lines':{'type':'array','items':{'type':'integer'},'minItems':3}}}},
              {'name':'écrit','input_schema':{'type':'object','required':['é','how','unknown'],'properties':{
                'é':{'enum':['ä\\n','ö','🜁']},'how':{'type':'object','properties':{'fast':{'type':'boolean'}}}}}}]
            """;

    private final Random random = new Random(20261120);
    private final DeltaFrames frames = new DeltaFrames();

    @Test
    void shouldHoldForEveryMixOfBlocks() throws RefusedException {
        Set<String> makes = new TreeSet<>();
        for (int i = 0; i < 1_000; i++) {
            int maxTokens = random.nextInt(4) == 0 ? random.nextInt(12) : 1_025 + random.nextInt(400);
            List<String> stops = random.nextInt(3) == 0 ? List.of(stopSequence(), stopSequence()) : List.of();
            String body = body(maxTokens, stops);
            IsolatedService service = service();
            RequestKey key = RequestKey.named(3, "request-" + i);
            PlayedAnswer answer = PlayedAnswer.to(body, service, key, frames);
            assertThat(PlayedAnswer.to(body, service, key, frames).events()).isEqualTo(answer.events());
            checkNesting(answer);
            checkContent(answer);
            checkUsage(answer, maxTokens);
            assertThat(text(answer))
                    .satisfies(text -> stops.forEach(stop -> assertThat(text).doesNotContain(stop)));
            makes.add(make(answer));
        }
        // The test has looked at all of these.
        assertThat(makes)
                .contains(
                        "text end_turn",
                        "text max_tokens",
                        "text stop_sequence",
                        "text tool_use max_tokens",
                        "text tool_use tool_use",
                        "thinking text end_turn",
                        "thinking text max_tokens",
                        "thinking text stop_sequence",
                        "thinking text tool_use tool_use",
                        "tool_use max_tokens",
                        "tool_use tool_use");
    }

    private static void checkNesting(PlayedAnswer answer) {
        List<String> shapes = new ArrayList<>();
        for (JsonNode event : answer.stream()) {
            String type = event.at("/type").stringValue();
            String shape = event.has("index") ? type + event.at("/index").intValue() : type;
            if (!type.equals("ping")
                    && !shapes.equals(List.of())
                    && shapes.get(shapes.size() - 1).equals(shape)) {
                assertThat(type).isEqualTo("content_block_delta");
            } else if (!type.equals("ping")) {
                shapes.add(shape);
            }
        }
        List<String> expected = new ArrayList<>(List.of("message_start"));
        for (int index = 0; index < answer.whole().at("/content").size(); index++) {
            expected.add("content_block_start" + index);
            if (answer.deltas(index).findAny().isPresent()) {
                expected.add("content_block_delta" + index);
            }
            expected.add("content_block_stop" + index);
        }
        expected.addAll(List.of("message_delta", "message_stop"));
        assertThat(shapes).isEqualTo(expected);
    }

    private static void checkContent(PlayedAnswer answer) {
        for (int index = 0; index < answer.whole().at("/content").size(); index++) {
            JsonNode block = answer.block(index);
            switch (block.at("/type").stringValue()) {
                case "thinking" -> {
                    assertThat(answer.joined(index, "thinking"))
                            .isEqualTo(block.at("/thinking").stringValue());
                    assertThat(answer.joined(index, "signature"))
                            .isEqualTo(block.at("/signature").stringValue());
                }
                case "text" ->
                    assertThat(answer.joined(index, "text"))
                            .isEqualTo(block.at("/text").stringValue());
                default -> {
                    String json = answer.joined(index, "partial_json");
                    assertThat(block.at("/input").isObject()).isTrue();
                    if (reason(answer).equals("tool_use")) {
                        assertThat(JSON.readTree(json)).isEqualTo(block.at("/input"));
                    } else {
                        assertThat(json).doesNotEndWith("}}").startsWith("{");
                    }
                }
            }
        }
    }

    private static void checkUsage(PlayedAnswer answer, int maxTokens) {
        JsonNode usage = answer.streamedUsage();
        int output = usage.at("/output_tokens").intValue();
        int thinking = usage.at("/output_tokens_details/thinking_tokens").intValue();
        int counted = thinking;
        for (int index = 0; index < answer.whole().at("/content").size(); index++) {
            counted += TokenCount.of(answer.joined(index, "text") + answer.joined(index, "partial_json"));
        }
        if (reason(answer).equals("stop_sequence")) {
            assertThat(output).isGreaterThan(thinking).isGreaterThanOrEqualTo(counted);
        } else {
            assertThat(output).isEqualTo(counted);
        }
        assertThat(output)
                .isLessThanOrEqualTo(maxTokens)
                .isEqualTo(answer.timeline().length().tokens());
        assertThat(reason(answer).equals("max_tokens"))
                .isEqualTo(!answer.timeline().length().natural());
        assertThat(answer.whole().at("/usage/output_tokens").intValue()).isEqualTo(output);
        assertThat(answer.whole().at("/usage/output_tokens_details")).isEqualTo(usage.at("/output_tokens_details"));
        assertThat(answer.timeline().dueNanos(answer.timeline().events() - 1))
                .isEqualTo(Math.max(0, output - 1) * TOKEN_NANOS);
    }

    private static String reason(PlayedAnswer answer) {
        JsonNode streamed = answer.stream().get(answer.stream().size() - 2);
        assertThat(streamed.at("/delta/stop_reason")).isEqualTo(answer.whole().at("/stop_reason"));
        assertThat(streamed.at("/delta/stop_sequence")).isEqualTo(answer.whole().at("/stop_sequence"));
        return answer.whole().at("/stop_reason").stringValue();
    }

    private static String text(PlayedAnswer answer) {
        StringBuilder text = new StringBuilder();
        answer.whole()
                .at("/content")
                .forEach(block -> text.append(block.path("text").asString("")));
        return text.toString();
    }

    private static String make(PlayedAnswer answer) {
        StringBuilder make = new StringBuilder();
        answer.whole()
                .at("/content")
                .forEach(block -> make.append(block.at("/type").stringValue()).append(' '));
        return make + reason(answer);
    }

    private String stopSequence() {
        String word = Vocabulary.word(random.nextInt(Vocabulary.size()));
        return switch (random.nextInt(3)) {
            case 0 -> word;
            case 1 -> word.substring(word.length() - 1) + Vocabulary.word(random.nextInt(Vocabulary.size()));
            default -> word.substring(1, Math.min(word.length(), 3)) + " ";
        };
    }

    private String body(int maxTokens, List<String> stops) {
        StringBuilder body = new StringBuilder("{'model':'any','max_tokens':" + maxTokens);
        boolean forced = random.nextInt(4) == 0;
        if (random.nextBoolean()) {
            body.append(',').append(TOOLS);
            String choice = forced ? "any" : List.of("auto", "none", "auto").get(random.nextInt(3));
            body.append(",'tool_choice':{'type':'").append(choice).append("'}");
        }
        String display = random.nextBoolean() ? "summarized" : "omitted";
        String type = List.of("disabled", "adaptive", "enabled','budget_tokens':1024,'a':'")
                .get(random.nextInt(maxTokens > 1_024 ? 3 : 2));
        if (random.nextBoolean() && !forced) {
            body.append(",'thinking':{'type':'")
                    .append(type)
                    .append("','display':'")
                    .append(display)
                    .append("'}");
        }
        if (!stops.isEmpty()) {
            body.append(",'stop_sequences':['")
                    .append(String.join("','", stops))
                    .append("']");
        }
        return body.append(",'messages':[{'role':'user','content':'Hello'}]}").toString();
    }

    private IsolatedService service() {
        Optional<Distribution> answers = Optional.of(Distribution.uniform(1, 900));
        Optional<Distribution> bundles = Optional.of(Distribution.uniform(0.5, 20.5));
        return new IsolatedService(new ServiceParameters(
                Distribution.constant(0),
                Distribution.constant(0),
                Prefill.constant(0, 0, 0, 0, 0),
                new Decode(
                        Pace.ofTime(Distribution.constant(TOKEN_NANOS)),
                        Optional.empty(),
                        random.nextBoolean() ? bundles : Optional.empty()),
                random.nextBoolean() ? answers : Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                random.nextBoolean() ? Optional.of(Distribution.uniform(1, 1_500)) : Optional.empty()));
    }
}
