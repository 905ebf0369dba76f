package io.tokenpace.bench.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Recorded;
import io.tokenpace.bench.wire.Told;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedStreamsTest {
    @Test
    void shouldReadAChatOfOpenAi() {
        Answer answer = Chunks.read("chat");

        assertThat(answer.events()).isEqualTo(6);
        assertThat(answer.contentEvents()).isEqualTo(2);
        assertThat(answer.textEvents()).isEqualTo(2);
        assertThat(answer.visibleChars()).isEqualTo("Saturn has rings, naïvely 日本 😀.".length());
        assertThat(answer.thinkingBegun()).isFalse();
        assertThat(answer.stopReason()).isEqualTo(StopReason.END_TURN);
        assertThat(answer.usage()).isEqualTo(new Usage(25, Usage.UNKNOWN, 4, 9, 0));
        assertEndedWell(answer);
    }

    @Test
    void shouldCountReasoningThatIsNotShownAsHidden() {
        Answer answer = Chunks.read("hidden-reasoning");

        assertThat(answer.thinkingBegun()).isFalse();
        assertThat(answer.contentEvents()).isEqualTo(2);
        assertThat(answer.usage()).isEqualTo(new Usage(9, Usage.UNKNOWN, 0, 66, 64));
        assertThat(answer.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        assertEndedWell(answer);
    }

    @Test
    void shouldCountReasoningThatIsShownAsStreamed() {
        Answer answer = Chunks.read("deepseek");

        assertThat(answer.thinkingBegun()).isTrue();
        assertThat(answer.contentEvents()).isEqualTo(4);
        assertThat(answer.contentChars()).isEqualTo("The user greets.Hello!".length());
        assertThat(answer.visibleEvents()).isEqualTo(2);
        assertThat(answer.usage()).isEqualTo(new Usage(6, Usage.UNKNOWN, 0, 8, Usage.UNKNOWN));
        assertEndedWell(answer);
    }

    @Test
    void shouldReplaceUsageThatComesWithEveryChunk() {
        Answer answer = Chunks.read("vllm");

        assertThat(answer.events()).isEqualTo(8);
        assertThat(answer.contentEvents()).isEqualTo(4);
        assertThat(answer.contentChars()).isEqualTo("Okay,\n\nFour.".length());
        assertThat(answer.visibleEvents()).isEqualTo(2);
        assertThat(answer.usage()).isEqualTo(new Usage(4, Usage.UNKNOWN, 8, 6, Usage.UNKNOWN));
        assertEndedWell(answer);
    }

    @Test
    void shouldReadCallsOfTools() {
        Answer answer = Chunks.read("tools");

        assertThat(answer.textEvents()).isZero();
        assertThat(answer.visibleEvents()).isEqualTo(3);
        assertThat(answer.visibleChars()).isEqualTo("{\"city\":\"Oban\"}{}".length());
        assertThat(answer.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(answer.usage()).isEqualTo(new Usage(80, Usage.UNKNOWN, Usage.UNKNOWN, 21, Usage.UNKNOWN));
        assertEndedWell(answer);
    }

    @Test
    void shouldReadATextCompletion() {
        Answer answer = Chunks.read("completions");

        assertThat(answer.textEvents()).isEqualTo(2);
        assertThat(answer.visibleChars()).isEqualTo(" and the".length());
        assertThat(answer.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        assertThat(answer.usage().outputTokens()).isEqualTo(2);
        assertEndedWell(answer);
    }

    @Test
    void shouldReadAnErrorInTheMiddleOfAnAnswer() {
        Answer answer = Chunks.read("error");

        assertThat(answer.error()).contains(ErrorKind.STREAM_ERROR);
        assertThat(answer.errorText())
                .isEqualTo("server_error: The server had an error while processing your request. Sorry about that!");
        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.ended()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "hidden-reasoning", "deepseek", "vllm", "tools", "completions", "error"})
    void shouldReadTheSameAtEveryCut(String name) {
        AnswerReader reader = Chunks.newReader();
        Told whole = Told.by(Chunks.read(name));
        for (String lineEnd : new String[] {"\n", "\r\n"}) {
            byte[] bytes = Recorded.withLineEnd(Recorded.bytes(Chunks.class, name), lineEnd);
            for (int cut = 0; cut <= bytes.length; cut++) {
                assertThat(Told.by(Recorded.read(reader, bytes, cut)))
                        .as("cut at %d", cut)
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void shouldReadTheSameByteByByte() {
        byte[] bytes = Recorded.bytes(Chunks.class, "chat");

        Answer answer = Recorded.read(
                Chunks.newReader(), bytes, IntStream.range(0, bytes.length).toArray());

        assertThat(Told.by(answer)).isEqualTo(Told.by(Chunks.read("chat")));
    }

    @Test
    void shouldNotTakeACutStreamForAWholeOne() {
        byte[] bytes = Recorded.bytes(Chunks.class, "completions");
        int done = bytes.length - "data: [DONE]\n\n".length();
        for (int length = 0; length <= done; length++) {
            assertThat(Recorded.read(Chunks.newReader(), Arrays.copyOf(bytes, length))
                            .ended())
                    .as("cut at %d", length)
                    .isFalse();
        }
    }

    private static void assertEndedWell(Answer answer) {
        assertThat(answer.ended()).isTrue();
        assertThat(answer.error()).isEmpty();
        assertThat(answer.errorText()).isEmpty();
    }
}
