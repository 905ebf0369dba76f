package io.tokenpace.bench.wire.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Told;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events no service should send. One reader serves many streams, so none of them may spoil the event that follows. */
class MalformedEventsTest {
    private static final String GOOD =
            "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"abc\"}}";

    private final AnswerReader reader = new AnthropicFormat().newReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "nonsense",
                "[DONE]",
                "[]",
                "[{\"type\":\"ping\"}]",
                "null",
                "17",
                "\"text\"",
                "{",
                "{\"type\"",
                "{\"type\":",
                "{\"type\":\"ping\"",
                "{\"type\":\"ping\",}",
                "{type:\"ping\"}",
                "{\"type\":ping}",
                "{\"type\":\"pi\nng\"}",
                "{\"type\":\"\\x\"}",
                "{\"type\":\"ping\"]",
                "}",
                "{\"usage\":{\"output_tokens\":99999999999}}",
                "{\"usage\":{\"output_tokens\":01}}",
                "{\"usage\":{\"output_tokens\":-}}"
            })
    void shouldCallItMalformedAndReadTheNextEvent(String event) {
        assertMalformedButReadOn(event);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "}", "]", ",", "{}", "{\"type\":\"message_stop\"}", "[", "\"", "0", "null", "\u0000", "#"})
    void shouldCallTrailingGarbageMalformed(String garbage) {
        assertMalformedButReadOn(GOOD + garbage);
        assertMalformedButReadOn(GOOD + " \n" + garbage);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "12", "-", "t", "tru", "fals", "nul", "\"abc", "\"abc\\", "1.", "1e", "\"}", "\"\u00c3"})
    void shouldNotLetGarbageThatIsUnfinishedSpoilTheNextEvent(String garbage) {
        assertMalformedButReadOn(GOOD + garbage);
    }

    @Test
    void shouldCallEveryTruncationMalformed() {
        for (int length = 0; length < GOOD.length(); length++) {
            assertMalformedButReadOn(GOOD.substring(0, length));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {257, 1_000, 100_000})
    void shouldNotFollowObjectsTooDeep(int depth) {
        assertMalformedButReadOn("{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1));
        assertMalformedButReadOn("{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}");
        assertMalformedButReadOn("[".repeat(depth));
    }

    @Test
    void shouldReadDeepObjectsUpToItsLimit() {
        String deepest = "{\"a\":".repeat(255) + "{\"type\":\"message_stop\"}" + "}".repeat(255);

        Answer answer = Streams.readEvents(reader, deepest, GOOD);

        assertThat(answer.error()).isEmpty();
        assertThat(answer.ended()).isFalse();
        assertThat(answer.textEvents()).isEqualTo(1);
    }

    @Test
    void shouldReadNumbersItDoesNotNeedWhateverTheirSize() {
        Answer answer = Streams.readEvents(
                reader,
                "{\"index\":99999999999999999999,\"usage\":{\"output_tokens\":3,\"x\":99999999999,\"y\":1e999}}");

        assertThat(answer.error()).isEmpty();
        assertThat(answer.usage().outputTokens()).isEqualTo(3);
    }

    @Test
    void shouldTakeNothingFromAnEventThatIsMalformed() {
        Answer answer = Streams.readEvents(
                reader, "{\"type\":\"message_stop\",\"delta\":{\"text\":\"x\"},\"usage\":{\"output_tokens\":1}},");

        assertThat(answer.ended()).isFalse();
        assertThat(answer.contentEvents()).isZero();
        assertThat(answer.usage().hasOutput()).isFalse();
    }

    @Test
    void shouldQuoteTheBeginningOfWhatItCouldNotRead() {
        Answer answer = Streams.readEvents(reader, "upstream\n  reset " + "x".repeat(1_000));

        assertThat(answer.errorText())
                .startsWith("not an event: upstream reset xxx")
                .hasSizeLessThan(330);
    }

    @ParameterizedTest
    @CsvSource({"full, 1", "tool-use, 2", "thinking, 3"})
    void shouldSurviveWhateverHappensToTheBytes(String name, long seed) {
        byte[] original = Streams.bytes(name);
        Told told = Told.by(Streams.read(name));
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = mutated(original, random);

            Answer answer = Streams.read(reader, bytes, random.nextInt(bytes.length + 1));

            assertThat(answer.events()).isLessThanOrEqualTo(bytes.length);
            assertThat(Told.by(Streams.read(reader, original)))
                    .as(() -> "the original after " + new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(told);
        }
    }

    @Test
    void shouldNotTakeABrokenNameForOneItHasReadBefore() {
        byte[] broken = GOOD.replace("index", "inde?x").getBytes(StandardCharsets.UTF_8);
        broken[GOOD.indexOf("index") + "inde".length()] = (byte) 0xFF;
        Streams.readEvents(reader, GOOD);
        Answer answer = new Answer();

        reader.event(broken, 0, broken.length, answer);

        assertThat(answer.error()).contains(ErrorKind.MALFORMED);
    }

    private void assertMalformedButReadOn(String event) {
        Answer bad = Streams.readEvents(reader, event);
        Answer next = Streams.readEvents(reader, GOOD);

        assertThat(bad.error()).as(event).contains(ErrorKind.MALFORMED);
        assertThat(bad.contentEvents()).isZero();
        assertThat(next.error()).as("after %s", event).isEmpty();
        assertThat(next.visibleChars()).isEqualTo(3);
    }

    /** Flips, inserts and deletes a few bytes. */
    private static byte[] mutated(byte[] original, SplittableRandom random) {
        byte[] bytes = original;
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int at = random.nextInt(bytes.length);
            int kind = random.nextInt(3);
            if (kind == 0) {
                bytes = bytes.clone();
                bytes[at] ^= (byte) (1 << random.nextInt(8));
            } else {
                byte[] rest = Arrays.copyOfRange(bytes, kind == 1 ? at : at + 1, bytes.length);
                bytes = Arrays.copyOf(bytes, at + (kind == 1 ? 1 : 0) + rest.length);
                bytes[at == bytes.length ? at - 1 : at] = (byte) random.nextInt(256);
                System.arraycopy(rest, 0, bytes, bytes.length - rest.length, rest.length);
            }
        }
        return bytes;
    }
}
