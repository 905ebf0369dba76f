package io.tokenpace.bench.wire.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a stream is cut, the same events come out of it. */
class SseReaderSplitTest {
    private static final String STREAM = """
            \uFEFF: a comment
            event: message
            data: naïve 日本 😀

            id: 1
            data:two
            data
            data: lines
            retry: 5

            event: ping


            data

            data: last""";
    private static final List<String> EVENTS = List.of("naïve 日本 😀", "two\n\nlines", "", "last");

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void shouldReadTheSameAtEveryPairOfCuts(String lineEnd) {
        byte[] bytes = withLineEnds(lineEnd);
        for (int first = 0; first <= bytes.length; first++) {
            for (int second = first; second <= bytes.length; second++) {
                assertThat(EventLog.ofCut(bytes, first, second))
                        .as("cut at %d and %d", first, second)
                        .isEqualTo(EVENTS);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void shouldReadTheSameByteByByte(String lineEnd) {
        byte[] bytes = withLineEnds(lineEnd);

        assertThat(EventLog.ofCut(bytes, IntStream.range(0, bytes.length).toArray()))
                .isEqualTo(EVENTS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void shouldKeepInterleavedStreamsApart(String lineEnd) {
        byte[] bytes = withLineEnds(lineEnd);
        SseReader reader = new SseReader(1_000);
        EventLog dribbling = new EventLog(reader);
        EventLog inSevens = new EventLog(reader);
        EventLog whole = new EventLog(reader);

        for (int i = 0; i < bytes.length; i++) {
            dribbling.push(bytes, i, i + 1);
            if (i % 7 == 6 || i == bytes.length - 1) {
                inSevens.push(bytes, i - i % 7, i + 1);
            }
            if (i == bytes.length / 2) {
                whole.push(bytes, 0, bytes.length);
            }
        }
        dribbling.finish();
        inSevens.finish();
        whole.finish();

        assertThat(dribbling.events()).isEqualTo(EVENTS);
        assertThat(inSevens.events()).isEqualTo(EVENTS);
        assertThat(whole.events()).isEqualTo(EVENTS);
    }

    @Test
    void shouldAgreeWithAPlainReadingOfTheStandard() {
        SplittableRandom random = new SplittableRandom(20_261_120);
        for (int round = 0; round < 20_000; round++) {
            String text = randomStream(random);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            int[] cuts =
                    random.ints(random.nextInt(6), 0, bytes.length + 1).sorted().toArray();

            assertThat(EventLog.ofCut(bytes, cuts))
                    .as(() -> text.replace("\r", "\\r").replace("\n", "\\n") + " cut at " + Arrays.toString(cuts))
                    .isEqualTo(plainReading(text));
        }
    }

    private static byte[] withLineEnds(String lineEnd) {
        return STREAM.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
    }

    private static String randomStream(SplittableRandom random) {
        String[] parts = {
            "data", "data:", "data: ", ":", "\n", "\n", "\r", "\r\n", "\n\n", " ", "x", "é", "\uFEFF", "id: "
        };
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    /** The WHATWG standard's algorithm, word for word, but for the last event, which needs no blank line here. */
    private static List<String> plainReading(String stream) {
        String text = stream.startsWith("\uFEFF") ? stream.substring(1) : stream;
        List<String> events = new ArrayList<>();
        StringBuilder data = new StringBuilder();
        for (String line : (text + "\n\n").split("\r\n|\r|\n", -1)) {
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            if (line.isEmpty() && data.length() > 0) {
                events.add(data.substring(0, data.length() - 1));
                data.setLength(0);
            } else if (field.equals("data")) {
                data.append(value.startsWith(" ") ? value.substring(1) : value).append('\n');
            }
        }
        return events;
    }
}
