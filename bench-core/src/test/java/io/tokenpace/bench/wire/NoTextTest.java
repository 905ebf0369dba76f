package io.tokenpace.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoTextTest {
    @Test
    void shouldFindTheByteWhereverItLies() {
        for (int length = 1; length <= 20; length++) {
            for (int at = 0; at < length; at++) {
                byte[] bytes = new byte[length];
                Arrays.fill(bytes, (byte) 0xFE);
                bytes[at] = (byte) 0xFF;

                assertThat(NoText.isIn(bytes, 0, length)).isTrue();
                assertThat(NoText.isIn(bytes, 0, at)).isFalse();
                assertThat(NoText.isIn(bytes, at + 1, length)).isFalse();
            }
        }
    }

    @Test
    void shouldTakeNoOtherByteForIt() {
        byte[] bytes = new byte[16];
        for (int each = 0; each < 0xFF; each++) {
            for (int next = 0; next < 0xFF; next++) {
                bytes[3] = (byte) each;
                bytes[4] = (byte) next;

                assertThat(NoText.isIn(bytes, 0, bytes.length)).isFalse();
            }
        }
    }
}
