package io.tokenpace.bench.wire.anthropic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeDocumentTest {
    /** Put together from the blocks that the documentation shows. */
    private static final String MESSAGE = """
            {"id": "msg_01", "type": "message", "role": "assistant", "model": "claude-sonnet-4-5",
             "content": [
               {"type": "thinking", "thinking": "Let me see.", "signature": "EqQB"},
               {"type": "text", "text": "I'll check.", "citations": null},
               {"type": "tool_use", "id": "toolu_01", "name": "get_weather", "input": {"location":"Rome"}}
             ],
             "stop_reason": "tool_use", "stop_sequence": null,
             "usage": {"input_tokens": 9, "cache_creation_input_tokens": 8, "cache_read_input_tokens": 7,
               "cache_creation": {"ephemeral_5m_input_tokens": 8}, "output_tokens": 65,
               "output_tokens_details": {"thinking_tokens": 12}}}
            """;

    private final AnswerReader reader = new AnthropicFormat().newReader();

    private Answer read(String body) {
        Answer answer = new Answer();
        reader.whole(body.getBytes(UTF_8), answer);
        return answer;
    }

    @Test
    void shouldReadAMessageWithAllItsBlocks() {
        Answer answer = read(MESSAGE);
        assertThat(answer.ended()).isTrue();
        assertThat(answer.error()).isEmpty();
        assertThat(answer.contentEvents()).isEqualTo(3);
        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.visibleChars()).isEqualTo("I'll check.{\"location\":\"Rome\"}".length());
        assertThat(answer.contentChars() - answer.visibleChars()).isEqualTo("Let me see.".length());
        assertThat(answer.usage()).isEqualTo(new Usage(9, 8, 7, 65, 12));
        assertThat(answer.stopReason()).isEqualTo(StopReason.TOOL_USE);
    }

    @Test
    void shouldReadTheCountOfAPrompt() {
        Answer answer = read("{\"input_tokens\":14}");
        assertThat(answer.ended()).isTrue();
        assertThat(answer.usage()).isEqualTo(new Usage(14, Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN));
        assertThat(answer.contentEvents()).isZero();
    }

    @Test
    void shouldReadAMessageWithoutUsageOrContent() {
        Answer answer = read("{\"content\":[],\"stop_reason\":null,\"usage\":null}");
        assertThat(answer.ended()).isTrue();
        assertThat(answer.usage()).isEqualTo(Usage.NONE);
        assertThat(answer.stopReason()).isEqualTo(StopReason.NONE);
    }

    @Test
    void shouldPassOverBlocksItDoesNotKnow() {
        Answer answer = read("{\"content\":[17,null,{\"text\":\"untyped\"},{\"type\":\"fish\"},"
                + "{\"type\":\"web_search_tool_result\",\"content\":[{\"type\":\"text\",\"text\":\"no\"}]}]}");
        assertThat(answer.ended()).isTrue();
        assertThat(answer.contentEvents()).isZero();
    }

    @Test
    void shouldNeitherEndNorFailWhereItIsCutOff() {
        String body = MESSAGE.strip();
        for (int length = 1; length < body.length(); length++) {
            Answer answer = read(body.substring(0, length));
            assertThat(answer.ended()).isFalse();
            assertThat(answer.error()).as("cut after %s", length).isEmpty();
        }
        assertThat(read(MESSAGE).ended()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"type\":\"message\"}]",
                "{\"completion\":\"x\"}",
                "{\"input_tokens\":\"14\"}",
                "{\"usage\":{\"output_tokens\":99999999999},\"content\":[]}",
                "{\"content\":[]}]",
                "{'content':[]}"
            })
    void shouldQuoteWhatIsNoAnswer(String body) {
        Answer answer = read(body);
        assertThat(answer.error()).contains(ErrorKind.MALFORMED);
        assertThat(answer.errorText()).isEqualTo("not an answer: " + body);
        assertThat(answer.ended()).isFalse();
    }

    @Test
    void shouldRefuseANumberOfThousandsOfDigits() {
        assertThat(read("{\"content\":[],\"x\":" + "9".repeat(5_000) + "}").error())
                .contains(ErrorKind.MALFORMED);
    }

    @Test
    void shouldReadEventsAfterWhateverHappensToADocument() {
        SplittableRandom random = new SplittableRandom(4);
        byte[] original = MESSAGE.getBytes(UTF_8);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = original.clone();
            for (int i = random.nextInt(1, 6); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThatCode(() -> reader.whole(bytes, new Answer())).doesNotThrowAnyException();
            assertThat(Streams.readEvents(reader, "{\"type\":\"message_stop\"}").ended())
                    .isTrue();
        }
    }
}
