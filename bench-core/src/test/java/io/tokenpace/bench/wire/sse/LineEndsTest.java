package io.tokenpace.bench.wire.sse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineEndsTest {
    @ParameterizedTest
    @ValueSource(bytes = {'\n', '\r'})
    void shouldFindALineEndWhereverItLies(byte lineEnd) {
        for (int length = 0; length <= 20; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = new byte[length];
                Arrays.fill(bytes, (byte) 'x');
                bytes[at] = lineEnd;

                assertThat(LineEnds.next(bytes, 0, length)).isEqualTo(at);
                assertThat(LineEnds.next(bytes, at, length)).isEqualTo(at);
                assertThat(LineEnds.next(bytes, 0, at)).isEqualTo(at);
                assertThat(LineEnds.next(bytes, at + 1, length)).isEqualTo(length);
            }
        }
    }

    @Test
    void shouldFindTheFirstOfManyAmongBytesThatAreAlike() {
        byte[] alike = {'\n', '\r', 9, 11, 12, 14, 0, 1, (byte) 0x8A, (byte) 0x8D, (byte) 0xFF, 'x'};
        SplittableRandom random = new SplittableRandom(5);
        byte[] bytes = new byte[24];
        for (int round = 0; round < 20_000; round++) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alike[random.nextInt(random.nextInt(2) == 0 ? 2 : 0, alike.length)];
            }
            int from = random.nextInt(bytes.length);
            int expected = from;
            while (expected < bytes.length && bytes[expected] != '\n' && bytes[expected] != '\r') {
                expected++;
            }

            assertThat(LineEnds.next(bytes, from, bytes.length)).isEqualTo(expected);
        }
    }
}
