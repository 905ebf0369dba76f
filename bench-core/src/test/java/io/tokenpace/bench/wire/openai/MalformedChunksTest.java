package io.tokenpace.bench.wire.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Recorded;
import io.tokenpace.bench.wire.Told;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks no service should send. One reader serves many streams, so none of them may spoil the chunk that follows. */
class MalformedChunksTest {
    private static final String GOOD = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"abc\"}}]}";

    private final AnswerReader reader = Chunks.newReader();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "DONE",
                "[DONE",
                "[DONE]]",
                "[done]",
                "[]",
                "null",
                "{\"choices\":[{\"delta\":{\"content\":\"abc\"}}]",
                "{\"choices\":[{\"delta\":{\"content\":\"abc\"}}]}}",
                "{\"choices\":[{\"delta\":{\"content\":\"abc\"}}]}[DONE]",
                "{\"choices\":[{\"delta\":{\"content\":\"ab\nc\"}}]}",
                "{\"usage\":{\"completion_tokens\":99999999999}}",
                "{\"usage\":{\"completion_tokens\":01}}"
            })
    void shouldCallItMalformedAndReadTheNextChunk(String event) {
        assertMalformedButReadOn(event);
    }

    @Test
    void shouldCallEveryTruncationMalformed() {
        for (int length = 0; length < GOOD.length(); length++) {
            assertMalformedButReadOn(GOOD.substring(0, length));
        }
    }

    @Test
    void shouldNotFollowObjectsTooDeep() {
        assertMalformedButReadOn("{\"choices\":" + "[".repeat(256) + "]".repeat(256) + "}");
        assertMalformedButReadOn("{\"a\":".repeat(256) + "{}" + "}".repeat(256));
    }

    @Test
    void shouldTakeNothingFromDeepObjectsThatAreSound() {
        String deep = "{\"choices\":[{\"delta\":" + "{\"delta\":".repeat(200) + "{\"content\":\"no\"}" + "}".repeat(200)
                + "}]}";

        Answer answer = Recorded.readEvents(reader, deep, GOOD);

        assertThat(answer.error()).isEmpty();
        assertThat(answer.visibleChars()).isEqualTo(3);
    }

    @Test
    void shouldTakeNothingFromAChunkThatIsMalformed() {
        Answer answer = Recorded.readEvents(
                reader,
                "{\"choices\":[{\"delta\":{\"content\":\"x\"},\"finish_reason\":\"stop\"}],"
                        + "\"usage\":{\"completion_tokens\":1}},");

        assertThat(answer.contentEvents()).isZero();
        assertThat(answer.usage().hasOutput()).isFalse();
        assertThat(answer.errorText()).startsWith("not an event: {\"choices\":[{");
    }

    @ParameterizedTest
    @CsvSource({"chat, 1", "vllm, 2", "tools, 3"})
    void shouldSurviveWhateverHappensToTheBytes(String name, long seed) {
        byte[] original = Recorded.bytes(Chunks.class, name);
        Told told = Told.by(Chunks.read(name));
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = original.clone();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            Answer answer = Recorded.read(reader, bytes, random.nextInt(bytes.length + 1));

            assertThat(answer.events()).isLessThanOrEqualTo(bytes.length);
            assertThat(Told.by(Recorded.read(reader, original))).isEqualTo(told);
        }
    }

    private void assertMalformedButReadOn(String event) {
        Answer bad = Recorded.readEvents(reader, event);
        Answer next = Recorded.readEvents(reader, GOOD);

        assertThat(bad.error()).as(event).contains(ErrorKind.MALFORMED);
        assertThat(bad.contentEvents()).isZero();
        assertThat(bad.ended()).isFalse();
        assertThat(next.error()).as("after %s", event).isEmpty();
        assertThat(next.visibleChars()).isEqualTo(3);
    }
}
