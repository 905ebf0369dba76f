package io.tokenpace.bench.wire.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events too long for one buffer. From 4,096 held bytes on the reader extends them where they lie. */
class LongEventTest {
    @ParameterizedTest
    @ValueSource(ints = {4_094, 4_095, 4_096, 4_097, 4_098, 8_191, 8_192, 8_193, 70_000})
    void shouldReadAnEventWhoseEndDribblesIn(int heldBytes) {
        EventLog log = new EventLog(new SseReader(100_000));
        String first = "x".repeat(heldBytes - "data: ".length());

        log.push("data: " + first);
        pushByteByByte(log, "é end\r\ndata: second line\r\n\r\ndata: next\r\n\r\n");

        assertThat(log.events()).containsExactly(first + "é end\nsecond line", "next");
    }

    @Test
    void shouldReadAnEventThatDribblesInFromItsFirstByte() {
        EventLog log = new EventLog(new SseReader(100_000));
        String first = "ab é ".repeat(2_000);

        pushByteByByte(log, "data: " + first + "\n\ndata: next\n\n");

        assertThat(log.events()).containsExactly(first, "next");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void shouldReadALongEventOfManyLines(String lineEnd) {
        EventLog log = new EventLog(new SseReader(100_000));
        String stream =
                ("data: line" + lineEnd + ": comment" + lineEnd).repeat(1_000) + lineEnd + "data: next" + lineEnd;

        pushByteByByte(log, stream);
        log.finish();

        assertThat(log.events()).containsExactly("line\n".repeat(999) + "line", "next");
    }

    @Test
    void shouldKeepWhatFollowsALongEventInTheSameBuffer() {
        EventLog log = new EventLog(new SseReader(100_000));
        String first = "x".repeat(5_000);
        String third = "y".repeat(6_000);

        log.push("data: " + first);
        log.push("\n\ndata: second\n\ndata: " + third.substring(0, 5_500));
        log.push(third.substring(5_500) + "\n\ndata: la");
        log.push("st\n\n");

        assertThat(log.events()).containsExactly(first, "second", third, "last");
    }

    @Test
    void shouldReadTheSameHoweverLongEventsAreCut() {
        String long1 = "x".repeat(4_080);
        String long2 = "日本 ".repeat(3_000);
        byte[] bytes = ("data: " + long1 + "\r\n\r\ndata: " + long2 + "\r\ndata: z\r\n\r\nevent: e\r\ndata: 1\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        SplittableRandom random = new SplittableRandom(4_096);
        for (int round = 0; round < 2_000; round++) {
            int[] cuts = random.ints(random.nextInt(40), 0, bytes.length + 1)
                    .sorted()
                    .toArray();

            assertThat(EventLog.ofCut(bytes, cuts)).isEqualTo(List.of(long1, long2 + "\nz", "1"));
        }
    }

    @Test
    void shouldKeepLongEventsOfInterleavedStreamsApart() {
        SseReader reader = new SseReader(100_000);
        EventLog first = new EventLog(reader);
        EventLog second = new EventLog(reader);
        String piece1 = "a".repeat(700);
        String piece2 = "b".repeat(900);

        first.push("data: ");
        second.push("data: ");
        for (int i = 0; i < 10; i++) {
            first.push(piece1);
            second.push(piece2);
        }
        second.push("\n\n");
        first.push("\n\n");

        assertThat(first.events()).containsExactly(piece1.repeat(10));
        assertThat(second.events()).containsExactly(piece2.repeat(10));
    }

    @Test
    void shouldSayWhenAnUnfinishedEventIsTooLong() {
        EventLog log = new EventLog(new SseReader(10));

        assertThat(log.push("data: 7890")).isTrue();
        assertThat(log.push("1")).isFalse();
    }

    @Test
    void shouldSayWhenALongEventGrowsTooLong() {
        EventLog log = new EventLog(new SseReader(10_000));

        assertThat(log.push("data: " + "x".repeat(9_994))).isTrue();
        assertThat(log.push("x")).isFalse();
    }

    @Test
    void shouldCountOnlyTheEventThatIsUnfinished() {
        EventLog log = new EventLog(new SseReader(10));

        assertThat(log.push("data: a longer event, finished\n\ndata: 7")).isTrue();
        assertThat(log.push("890\n\n")).isTrue();
        assertThat(log.events()).containsExactly("a longer event, finished", "7890");
    }

    @Test
    void shouldServeTheConnectionsNextStreamAfterAnOversizeOneWasReset() {
        EventLog log = new EventLog(new SseReader(10));
        log.push("data: far too long");

        log.reset();

        assertThat(log.push("data: x\n\n")).isTrue();
        assertThat(log.events()).containsExactly("x");
    }

    private static void pushByteByByte(EventLog log, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            log.push(bytes, i, i + 1);
        }
    }
}
