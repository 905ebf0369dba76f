package io.tokenpace.bench.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.outcome.StopReason;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Told;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentedStreamsTest {
    @Test
    void shouldReadAStreamOfEveryKindOfBlock() {
        Answer answer = Streams.read("full");

        assertThat(answer.events()).isEqualTo(18);
        assertThat(answer.thinkingBegun()).isTrue();
        assertThat(answer.contentEvents()).isEqualTo(5);
        assertThat(answer.contentChars())
                .isEqualTo("I should look.".length() + ".txt has{\"path\": \"notes.txt\"}".length());
        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.visibleEvents()).isEqualTo(3);
        assertThat(answer.visibleChars()).isEqualTo(".txt has{\"path\": \"notes.txt\"}".length());
        assertThat(answer.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(answer.usage()).isEqualTo(new Usage(588, 0, 0, 151, 47));
        assertEndedWell(answer);
    }

    @Test
    void shouldReadABasicStream() {
        Answer answer = Streams.read("basic");

        assertThat(answer.events()).isEqualTo(8);
        assertThat(answer.thinkingBegun()).isFalse();
        assertThat(answer.textEvents()).isEqualTo(2);
        assertThat(answer.contentEvents()).isEqualTo(2);
        assertThat(answer.contentChars()).isEqualTo("Hello!".length());
        assertThat(answer.stopReason()).isEqualTo(StopReason.END_TURN);
        assertThat(answer.usage()).isEqualTo(new Usage(25, Usage.UNKNOWN, Usage.UNKNOWN, 15, Usage.UNKNOWN));
        assertEndedWell(answer);
    }

    @Test
    void shouldReadATool() {
        Answer answer = Streams.read("tool-use");

        assertThat(answer.events()).isEqualTo(15);
        assertThat(answer.textEvents()).isEqualTo(3);
        assertThat(answer.visibleEvents()).isEqualTo(6);
        assertThat(answer.visibleChars()).isEqualTo("Right, we'll look{\"harbour\": \"Port Ellen\"}".length());
        assertThat(answer.contentChars()).isEqualTo(answer.visibleChars());
        assertThat(answer.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(answer.usage().outputTokens()).isEqualTo(89);
        assertEndedWell(answer);
    }

    @Test
    void shouldReadThinkingWithoutUsage() {
        Answer answer = Streams.read("thinking");

        assertThat(answer.thinkingBegun()).isTrue();
        assertThat(answer.contentEvents()).isEqualTo(3);
        assertThat(answer.contentChars()).isEqualTo("Split it:\n\n6 × 7\n= 42It is **42**.".length());
        assertThat(answer.visibleEvents()).isEqualTo(1);
        assertThat(answer.visibleChars()).isEqualTo("It is **42**.".length());
        assertThat(answer.usage()).isEqualTo(Usage.NONE);
        assertEndedWell(answer);
    }

    @Test
    void shouldNoticeThinkingThatIsOmitted() {
        Answer answer = Streams.read("omitted-thinking");

        assertThat(answer.thinkingBegun()).isTrue();
        assertThat(answer.contentEvents()).isEqualTo(1);
        assertThat(answer.contentChars()).isEqualTo(answer.visibleChars());
        assertEndedWell(answer);
    }

    @Test
    void shouldReadAnErrorInTheMiddleOfAnAnswer() {
        Answer answer = Streams.read("error");

        assertThat(answer.error()).contains(ErrorKind.STREAM_ERROR);
        assertThat(answer.errorText()).isEqualTo("overloaded_error: Overloaded");
        assertThat(answer.textEvents()).isEqualTo(1);
        assertThat(answer.ended()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"full", "basic", "tool-use", "thinking", "omitted-thinking", "error"})
    void shouldReadTheSameAtEveryCut(String name) {
        AnswerReader reader = new AnthropicFormat().newReader();
        Told whole = Told.by(Streams.read(name));
        for (String lineEnd : new String[] {"\n", "\r", "\r\n"}) {
            byte[] bytes = Streams.bytes(name, lineEnd);
            for (int cut = 0; cut <= bytes.length; cut++) {
                assertThat(Told.by(Streams.read(reader, bytes, cut)))
                        .as("cut at %d", cut)
                        .isEqualTo(whole);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void shouldReadTheSameByteByByte(String lineEnd) {
        byte[] bytes = Streams.bytes("full", lineEnd);

        Answer answer = Streams.read(
                new AnthropicFormat().newReader(),
                bytes,
                IntStream.range(0, bytes.length).toArray());

        assertThat(Told.by(answer)).isEqualTo(Told.by(Streams.read("full")));
    }

    @Test
    void shouldNotTakeACutStreamForAWholeOne() {
        byte[] bytes = Streams.bytes("full");
        String last = "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";
        for (int length = 0; length <= bytes.length - last.length(); length++) {
            byte[] cut = Arrays.copyOf(bytes, length);

            assertThat(Streams.read(new AnthropicFormat().newReader(), cut).ended())
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
