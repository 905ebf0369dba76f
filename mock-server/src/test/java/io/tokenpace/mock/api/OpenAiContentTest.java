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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reasoning, calls of functions and stop sequences of the OpenAI-compatible API, in virtual time. */
class OpenAiContentTest {
    private static final long TOKEN_NANOS = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CHAT = "{'model':'m','messages':[{'role':'user','content':'Hello'}]";
    private static final String TOOLS = """
            ,'tools':[
              {'type':'function','function':{'name':'plain'}},
              {'type':'function','function':{'name':'read \\u0022it\\u0022','parameters':{'type':'object','properties':{
                'é':{'enum':['ä\\n','ö','🜁']},'lines':{'type':'array','items':{'type':'integer'},'minItems':3}}}}}]
            """;

    private final RequestKey key = RequestKey.named(3, "request");

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'reasoning_effort':'low'",
                ",'chat_template_kwargs':{'enable_thinking':true}",
                ",'reasoning_effort':'none','chat_template_kwargs':{'enable_thinking':true}"
            })
    void shouldReasonFirstWhereAsked(String asked) throws OpenAiRefusedException {
        PlayedCompletion answer = chat(asked + ",'max_tokens':300", service(Optional.empty(), 1_000));

        // Three quarters of 300 tokens at most.
        assertThat(TokenCount.of(answer.joined(PlayedCompletion.REASONING))).isEqualTo(225);
        assertThat(TokenCount.of(answer.joined(PlayedCompletion.CONTENT))).isEqualTo(75);
        assertThat(answer.message().at("/reasoning").stringValue())
                .isEqualTo(answer.joined(PlayedCompletion.REASONING));
        assertThat(answer.message().at("/content").stringValue()).isEqualTo(answer.joined(PlayedCompletion.CONTENT));
        assertThat(answer.reasoningTokens()).isEqualTo(225);
        assertThat(answer.usage().at("/completion_tokens").intValue()).isEqualTo(300);
        assertThat(answer.finishReason()).isEqualTo("length");
        // Every token in a chunk of its own, in its time, with the usage so far.
        for (int token = 0; token < 300; token++) {
            JsonNode chunk = answer.events().get(token + 1).get(0);
            assertThat(chunk.at("/choices/0/delta").has(token < 225 ? "reasoning" : "content"))
                    .isTrue();
            assertThat(chunk.at("/usage/completion_tokens").intValue()).isEqualTo(token + 1);
            assertThat(answer.timeline().dueNanos(token + 1)).isEqualTo(token * TOKEN_NANOS);
        }
    }

    @Test
    void shouldReasonAsTheServiceDoesUnlessForbidden() throws OpenAiRefusedException {
        IsolatedService service = service(Optional.of(Distribution.constant(20)), 30);
        assertThat(chat("", service).reasoningTokens()).isEqualTo(20);
        assertThat(chat("", service).usage().at("/completion_tokens").intValue())
                .isEqualTo(20 + 30);
        for (String forbidden : List.of(
                ",'reasoning_effort':'minimal'",
                ",'reasoning_effort':'none'",
                ",'chat_template_kwargs':{'enable_thinking':false}")) {
            PlayedCompletion answer = chat(forbidden, service);
            assertThat(answer.reasoningTokens()).isZero();
            assertThat(answer.message().has("reasoning")).isFalse();
        }
        PlayedCompletion text = PlayedCompletion.to("{'model':'m','prompt':'Hello'", OpenAiKind.TEXT, service, key);
        assertThat(text.reasoningTokens()).isZero();
    }

    @Test
    void shouldKeepToAFixedLengthWithReasoning() throws OpenAiRefusedException {
        String fixed = ",'reasoning_effort':'high','max_tokens':400,'min_tokens':400,'ignore_eos':true" + TOOLS;
        for (int i = 0; i < 20; i++) {
            PlayedCompletion answer = chat(fixed, service(Optional.empty(), 5), RequestKey.named(3, "request-" + i));
            assertThat(answer.usage().at("/completion_tokens").intValue()).isEqualTo(400);
            assertThat(answer.finishReason()).isEqualTo("length");
        }
    }

    @Test
    void shouldCallARequiredFunction() throws OpenAiRefusedException {
        PlayedCompletion answer = chat(
                TOOLS + ",'tool_choice':{'type':'function','function':{'name':'read \\u0022it\\u0022'}}",
                service(Optional.empty(), 9));

        // The role; the name right before the first token of the arguments, and no sooner.
        assertThat(answer.events().get(0)).hasSize(1);
        assertThat(answer.events().get(1)).hasSize(2);
        JsonNode first = answer.events().get(1).get(0).at("/choices/0/delta/tool_calls/0");
        assertThat(first.at("/id").stringValue()).startsWith("call_");
        assertThat(first.at("/type").stringValue()).isEqualTo("function");
        assertThat(first.at("/function/name").stringValue()).isEqualTo("read \"it\"");
        assertThat(first.at("/function/arguments").stringValue()).isEmpty();
        assertThat(answer.events()
                        .get(1)
                        .get(1)
                        .at("/choices/0/delta/tool_calls/0")
                        .propertyNames())
                .containsExactly("index", "function");

        String arguments = answer.joined(PlayedCompletion.ARGUMENTS);
        assertThat(JSON.readTree(arguments).at("/lines").size()).isGreaterThanOrEqualTo(3);
        assertThat(JSON.readTree(arguments).at("/é").stringValue()).isIn("ä\n", "ö", "🜁");
        assertThat(answer.finishReason()).isEqualTo("tool_calls");
        assertThat(answer.usage().at("/completion_tokens").intValue()).isEqualTo(TokenCount.of(arguments));

        assertThat(answer.message().at("/content").isNull()).isTrue();
        JsonNode call = answer.message().at("/tool_calls/0");
        assertThat(call.at("/id")).isEqualTo(first.at("/id"));
        assertThat(call.at("/function/name")).isEqualTo(first.at("/function/name"));
        assertThat(call.at("/function/arguments").stringValue()).isEqualTo(arguments);
    }

    @Test
    void shouldCallAFunctionInEveryMixOfParts() throws OpenAiRefusedException {
        Set<String> makes = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            String choice = List.of("auto", "required", "none").get(i % 3);
            String effort = i % 2 == 0 ? ",'reasoning_effort':'medium'" : "";
            String fields =
                    TOOLS + ",'max_tokens':" + (i % 5 == 0 ? 7 : 900) + ",'tool_choice':'" + choice + "'" + effort;
            PlayedCompletion answer = chat(fields, service(Optional.empty(), 40), RequestKey.named(3, "request-" + i));
            JsonNode message = answer.message();
            String arguments = answer.joined(PlayedCompletion.ARGUMENTS);

            assertThat(message.at("/reasoning").asString("")).isEqualTo(answer.joined(PlayedCompletion.REASONING));
            assertThat(message.at("/content").asString("")).isEqualTo(answer.joined(PlayedCompletion.CONTENT));
            assertThat(message.at("/tool_calls/0/function/arguments").asString(""))
                    .isEqualTo(arguments);
            if (answer.finishReason().equals("tool_calls")) {
                assertThat(JSON.readTree(arguments).isObject()).isTrue();
            }
            assertThat(answer.usage().at("/completion_tokens").intValue())
                    .isEqualTo(answer.timeline().length().tokens())
                    .isEqualTo(TokenCount.of(answer.joined(PlayedCompletion.REASONING))
                            + TokenCount.of(answer.joined(PlayedCompletion.CONTENT))
                            + TokenCount.of(arguments));
            makes.add(choice
                    + (message.path("content").isNull() ? "" : " text")
                    + (message.has("tool_calls") ? " call " : " ")
                    + answer.finishReason());
        }
        assertThat(makes)
                .contains("auto text stop", "auto text call tool_calls", "auto text length", "none text stop")
                .contains("required call tool_calls", "required call length")
                .allMatch(make -> !make.startsWith("none") || !make.contains("call"))
                .allMatch(make -> !make.startsWith("required") || !make.contains("text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CHAT", "TEXT"})
    void shouldStopBeforeASequence(OpenAiKind kind) throws OpenAiRefusedException {
        String request = (kind == OpenAiKind.CHAT ? CHAT : "{'model':'m','prompt':'Hello'") + ",'max_tokens':30";
        String place = kind == OpenAiKind.CHAT ? PlayedCompletion.CONTENT : "/choices/0/text";
        String wholePlace = place.replace("delta", "message");
        IsolatedService service = service(Optional.empty(), 1_000);
        String uncut = PlayedCompletion.to(request, kind, service, key).joined(place);
        String[] words = uncut.split("(?<= )", -1);
        // The last letter of one word and the first of the next, across a blank.
        String stop = words[4].substring(words[4].length() - 2) + words[5].charAt(0);
        int at = uncut.indexOf(stop);

        for (String field : List.of("'" + stop + "'", "['never seen','" + stop + "']")) {
            PlayedCompletion answer = PlayedCompletion.to(request + ",'stop':" + field, kind, service, key);
            assertThat(answer.joined(place)).isEqualTo(uncut.substring(0, at));
            assertThat(answer.whole().at(wholePlace).stringValue()).isEqualTo(uncut.substring(0, at));
            assertThat(answer.finishReason()).isEqualTo("stop");
            // The tokens that spell the sequence are generated, and counted.
            assertThat(answer.usage().at("/completion_tokens").intValue())
                    .isEqualTo(TokenCount.of(uncut.substring(0, at + stop.length())));
        }
    }

    private PlayedCompletion chat(String fields, IsolatedService service) throws OpenAiRefusedException {
        return chat(fields, service, key);
    }

    private static PlayedCompletion chat(String fields, IsolatedService service, RequestKey key)
            throws OpenAiRefusedException {
        return PlayedCompletion.to(CHAT + fields, OpenAiKind.CHAT, service, key);
    }

    /** Answers at once, then with a token every {@value #TOKEN_NANOS} ns. */
    private static IsolatedService service(Optional<Distribution> thinking, int answerTokens) {
        return new IsolatedService(new ServiceParameters(
                Distribution.constant(0),
                Distribution.constant(0),
                Prefill.constant(0, 0, 0, 0, 0),
                new Decode(Pace.ofTime(Distribution.constant(TOKEN_NANOS)), Optional.empty(), Optional.empty()),
                Optional.of(Distribution.constant(answerTokens)),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(),
                thinking));
    }
}
