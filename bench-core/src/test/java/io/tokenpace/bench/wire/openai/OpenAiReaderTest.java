package io.tokenpace.bench.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"abc\"},\"finish_reason\":null}],\"usage\":null}",
                "{\"usage\":null,\"choices\":[{\"finish_reason\":null,\"delta\":{\"content\":\"abc\"},\"index\":0}]}",
                " {\n \"choices\" :\t[ { \"delta\" : { \"content\" : \"abc\" } } ] }\n ",
                "{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"abc\",\"extra\":{\"content\":\"no\"}},"
                        + "\"logprobs\":{\"content\":[{\"token\":\"abc\",\"logprob\":-1e-3,\"bytes\":[97,98,99],"
                        + "\"top_logprobs\":[]}],\"refusal\":null}}],\"delta\":{\"content\":\"no\"},\"obfuscation\":\"xyz\"}",
                "{\"choices\":[{\"text\":\"abc\",\"logprobs\":null}]}",
                "{\"choices\":[{\"delta\":{\"refusal\":\"abc\",\"content\":null}}]}",
                "{\"error\":null,\"choices\":[{\"delta\":{\"content\":\"abc\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"no\",\"content\":\"abc\"}}]}"
            })
    void shouldReadTextWhateverStandsAroundIt(String event) {
        Answer answer = Chunks.readEvents(event);

        assertThat(answer.error()).isEmpty();
        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.visibleEvents()).isEqualTo(1);
        assertThat(answer.visibleChars()).isEqualTo(3);
        assertThat(answer.contentEvents()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\\"", "\\\\", "\\/", "\\u00e9", "é", "日", "\\ud83d\\ude00", "😀"})
    void shouldCountCharactersAndNotTheirEscapes(String character) {
        Answer answer = Chunks.readDeltas("{\"content\":\"ab" + character + "\"}");

        boolean pair = character.equals("😀") || character.startsWith("\\ud83d");
        assertThat(answer.visibleChars()).isEqualTo(pair ? 4 : 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"assistant\",\"content\":\"\"}",
                "{\"role\":\"assistant\",\"content\":null,\"reasoning_content\":\"\",\"reasoning\":\"\",\"refusal\":null}",
                "{\"tool_calls\":[{\"index\":0,\"id\":\"call_1\",\"type\":\"function\","
                        + "\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}",
                "{\"tool_calls\":null,\"content\":7}",
                "{\"tool_calls\":[\"arguments\",null,[{\"function\":{\"arguments\":\"no\"}}]],\"reasoning\":{\"content\":\"no\"}}",
                "{\"tool_calls\":{\"function\":{\"arguments\":\"no\"}}}",
                "{\"content\":[{\"content\":\"no\"}]}",
                "{}",
                "null"
            })
    void shouldNotTakeForContentWhatSaysNothing(String delta) {
        Answer expected = new Answer();
        expected.addEvent();

        assertThat(Told.by(Chunks.readDeltas(delta))).isEqualTo(Told.by(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":null}",
                "{\"choices\":{\"delta\":{\"content\":\"no\"}}}",
                "{\"choices\":[[{\"delta\":{\"content\":\"no\"}}],\"text\",null,7]}",
                "{\"choices\":[{\"x\":{\"text\":\"y\"}},\"no\"]}",
                "{\"choices\":null,\"usage\":[{\"prompt_tokens\":7}]}",
                "{\"usage\":{\"prompt_tokens\":null,\"completion_tokens\":2.5,\"total_tokens\":7}}",
                "{\"usage\":{\"prompt_tokens\":-1,\"completion_tokens_details\":{\"reasoning_tokens\":null}}}",
                "{\"error\":null,\"object\":null}",
                "{\"choices\":[{\"finish_reason\":\"\"}]}",
                "{\"choices\":[{\"finish_reason\":null}]}",
                "{\"content\":\"no\",\"text\":\"no\",\"reasoning\":\"no\"}"
            })
    void shouldPassOverWhatItDoesNotKnow(String event) {
        Answer expected = new Answer();
        expected.addEvent();

        assertThat(Told.by(Chunks.readEvents(event))).isEqualTo(Told.by(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reasoning\":\"abc\"}",
                "{\"reasoning_content\":\"abc\",\"content\":null}",
                "{\"reasoning\":\"abc\",\"reasoning_content\":\"abc\",\"content\":\"\"}",
                "{\"reasoning_content\":\"abc\",\"reasoning\":null}"
            })
    void shouldReadReasoningByEitherNameAndOnlyOnce(String delta) {
        Answer answer = Chunks.readDeltas(delta);

        assertThat(answer.thinkingBegun()).isTrue();
        assertThat(answer.contentEvents()).isEqualTo(1);
        assertThat(answer.contentChars()).isEqualTo(3);
        assertThat(answer.visibleEvents()).isZero();
    }

    @Test
    void shouldKeepReasoningAndTextOfOneChunkApart() {
        Answer answer = Chunks.readDeltas("{\"reasoning\":\".\",\"content\":\"So\"}");

        assertThat(answer.contentEvents()).isEqualTo(2);
        assertThat(answer.contentChars()).isEqualTo(3);
        assertThat(answer.visibleChars()).isEqualTo(2);
    }

    @Test
    void shouldTakeChoicesOfOneChunkTogether() {
        Answer answer = Chunks.readEvents(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"ab\"}},{\"index\":1,\"delta\":{}},"
                        + "{\"index\":2,\"delta\":{\"content\":\"cde\"},\"finish_reason\":\"length\"}]}");

        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.visibleChars()).isEqualTo(5);
        assertThat(answer.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @Test
    void shouldTakeCallsOfOneChunkTogether() {
        Answer answer = Chunks.readDeltas("{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}},"
                + "{\"index\":1,\"function\":{\"arguments\":\"no\",\"arguments\":\"[1]\"}}]}");

        assertThat(answer.visibleEvents()).isEqualTo(1);
        assertThat(answer.textEvents()).isZero();
        assertThat(answer.visibleChars()).isEqualTo(5);
    }

    @Test
    void shouldReadTheOneCallThatOlderServicesMake() {
        assertThat(Chunks.readDeltas("{\"function_call\":{\"name\":\"f\",\"arguments\":\"{}\"}}")
                        .visibleChars())
                .isEqualTo(2);
    }

    @Test
    void shouldLeaveUsageUnknownWhereNoneComes() {
        Answer answer = Chunks.readEvents("{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}", "[DONE]");

        assertThat(answer.usage()).isEqualTo(Usage.NONE);
        assertThat(answer.ended()).isTrue();
    }

    @Test
    void shouldTakeTheCachedPartFromThePromptsCount() {
        Answer answer =
                Chunks.readEvents("{\"choices\":[],\"usage\":{\"prompt_tokens_details\":{\"cached_tokens\":1024},"
                        + "\"completion_tokens\":3,\"prompt_tokens\":1500}}");

        assertThat(answer.usage()).isEqualTo(new Usage(476, Usage.UNKNOWN, 1_024, 3, Usage.UNKNOWN));
        assertThat(answer.usage().totalInputTokens()).isEqualTo(1_500);
    }

    @Test
    void shouldForgetHiddenReasoningOnceReasoningIsShown() {
        String usage = "\"usage\":{\"completion_tokens\":5,\"completion_tokens_details\":{\"reasoning_tokens\":4}}}";
        Answer answer =
                Chunks.readEvents("{\"choices\":[]," + usage, "{\"choices\":[{\"delta\":{\"reasoning\":\"Hm\"}}]}");

        assertThat(answer.usage().thinkingTokens()).isEqualTo(Usage.UNKNOWN);
        assertThat(answer.usage().outputTokens()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[DONE]", "[DONE]  "})
    void shouldEndWithDone(String event) {
        Answer answer = Chunks.readEvents(event);

        assertThat(answer.ended()).isTrue();
        assertThat(answer.events()).isEqualTo(1);
        assertThat(answer.error()).isEmpty();
    }

    @Test
    void shouldNotEndWithTheReasonAlone() {
        assertThat(Chunks.readEvents("{\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}")
                        .ended())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "stop, END_TURN",
        "eos_token, END_TURN",
        "length, MAX_TOKENS",
        "stop_sequence, STOP_SEQUENCE",
        "tool_calls, TOOL_USE",
        "function_call, TOOL_USE",
        "content_filter, REFUSAL",
        "insufficient_system_resource, OTHER"
    })
    void shouldReadWhyItStopped(String reason, StopReason expected) {
        Answer answer = Chunks.readEvents(
                "{\"choices\":[{\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}",
                "{\"choices\":[{\"delta\":{},\"finish_reason\":null}]}");

        assertThat(answer.stopReason()).isEqualTo(expected);
    }
}
