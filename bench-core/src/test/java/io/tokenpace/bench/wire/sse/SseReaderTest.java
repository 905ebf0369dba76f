package io.tokenpace.bench.wire.sse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void shouldHandOverAnEventAtItsBlankLine(String lineEnd) {
        EventLog log = new EventLog(new SseReader(100));

        log.push("data: one" + lineEnd);
        assertThat(log.events()).isEmpty();

        log.push(lineEnd);
        assertThat(log.events()).containsExactly("one");
    }

    @Test
    void shouldTakeLineEndsOfEveryKindInOneStream() {
        assertThat(EventLog.of("data: a\r\ndata: b\rdata: c\n\r\ndata: d\r\rdata: e\n\n"))
                .containsExactly("a\nb\nc", "d", "e");
    }

    @Test
    void shouldNotTakeACrLfForABlankLineWhenItIsSplit() {
        assertThat(EventLog.of("data: a\r", "\ndata: b\r", "\n\r", "\ndata: c\r", "\n\r", "\n"))
                .containsExactly("a\nb", "c");
    }

    @Test
    void shouldPassOverCommentsAndOtherFields() {
        assertThat(EventLog.of(": hello\n:\nevent: ping\nid: 7\nretry: 10\ndata: x\nunknown: y\nnocolon\n\n"))
                .containsExactly("x");
    }

    @Test
    void shouldPassOverFieldsThatOnlyResembleData() {
        assertThat(EventLog.of("database: 1\n data: 2\nDATA: 3\ndat: 4\ndat\ndata : 5\n\n"))
                .isEmpty();
    }

    @Test
    void shouldHandOverNothingForAnEventWithoutData() {
        assertThat(EventLog.of("event: ping\n\n\n: keep-alive\n\ndata: x\n\n")).containsExactly("x");
    }

    @Test
    void shouldStripOneSpaceAfterTheColonAndNoMore() {
        assertThat(EventLog.of("data:x\n\ndata: x\n\ndata:  x \n\ndata:\tx\n\n"))
                .containsExactly("x", "x", " x ", "\tx");
    }

    @Test
    void shouldKeepColonsWithinTheData() {
        assertThat(EventLog.of("data: a: b\n\ndata::c\n\n")).containsExactly("a: b", ":c");
    }

    @Test
    void shouldJoinDataLinesWithALineFeed() {
        assertThat(EventLog.of("data: one\r\nid: 1\r\ndata:two\r\n: comment\r\ndata: three\r\n\r\n"))
                .containsExactly("one\ntwo\nthree");
    }

    @Test
    void shouldKeepEmptyDataLines() {
        assertThat(EventLog.of("data\n\ndata:\n\ndata: \n\ndata\ndata\n\ndata: a\ndata\ndata:\ndata: b\n\n"))
                .containsExactly("", "", "", "\n", "a\n\n\nb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void shouldHandOverTheLastEventWhenItsBlankLineIsMissing(String lineEnd) {
        assertThat(EventLog.of("data: a" + lineEnd + lineEnd + "data: b" + lineEnd + "data: c" + lineEnd))
                .containsExactly("a", "b\nc");
    }

    @Test
    void shouldHandOverTheLastLineWhenItsEndIsMissing() {
        assertThat(EventLog.of("data: a\ndata: b")).containsExactly("a\nb");
    }

    @Test
    void shouldHandOverNothingAtTheEndOfAnEmptyStream() {
        assertThat(EventLog.of()).isEmpty();
        assertThat(EventLog.of("", "")).isEmpty();
        assertThat(EventLog.of("\n\r\n\r")).isEmpty();
    }

    @Test
    void shouldPassOverAByteOrderMarkAtTheStart() {
        assertThat(EventLog.of("\uFEFFdata: a\n\n")).containsExactly("a");
    }

    @Test
    void shouldTakeAByteOrderMarkElsewhereForText() {
        assertThat(EventLog.of("data: \uFEFFa\n\n\uFEFFdata: b\n\ndata: c\n\n")).containsExactly("\uFEFFa", "c");
        assertThat(EventLog.of("\n\uFEFFdata: b\n\n")).isEmpty();
    }

    @Test
    void shouldForgetAnUnfinishedEventWhenReset() {
        EventLog log = new EventLog(new SseReader(100));
        log.push("data: lost\ndata: lo");

        log.reset();
        log.push("\uFEFFdata: kept\n\n");

        assertThat(log.events()).containsExactly("kept");
    }

    @Test
    void shouldNotTakeALineFeedForTheOldAnswersOnceReset() {
        EventLog log = new EventLog(new SseReader(100));
        log.push("data: a\r\r");

        log.reset();
        log.push("\ndata: b\n\n");

        assertThat(log.events()).containsExactly("a", "b");
    }

    @Test
    void shouldServeAnotherStreamAfterFinish() {
        EventLog log = new EventLog(new SseReader(100));
        log.push("data: a\ndata: b");
        log.finish();

        log.push("\uFEFFdata: c\n\n");
        log.finish();

        assertThat(log.events()).containsExactly("a\nb", "c");
    }

    @Test
    void shouldReadAllOfABufferAndLeaveItsReferenceAlone() {
        ByteBuf buffer = PooledByteBufAllocator.DEFAULT.directBuffer();
        try {
            buffer.writeCharSequence("data: a\n\ndata: unfinished", StandardCharsets.UTF_8);

            new SseReader(100).read(buffer, new SseStream(), (bytes, offset, length) -> {});

            assertThat(buffer.isReadable()).isFalse();
            assertThat(buffer.refCnt()).isEqualTo(1);
        } finally {
            buffer.release();
        }
    }

    @Test
    void shouldRefuseALimitThatIsNotPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SseReader(0))
                .withMessage("maxEventBytes (0) must be positive");
    }
}
