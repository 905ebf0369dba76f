package io.tokenpace.mock.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MixingTest {
    @Test
    void shouldMatchThePublishedValuesOfSplitMix64() {
        // The generator seeded with 1234567, as in its reference implementation: state += golden, then mix.
        long state = 1_234_567 + Mixing.GOLDEN_STEP;
        assertThat(Mixing.mix(state)).isEqualTo(6_457_827_717_110_365_317L);
        assertThat(Mixing.mix(state + Mixing.GOLDEN_STEP)).isEqualTo(3_203_168_211_198_807_973L);
    }

    @Test
    void shouldHashEveryLengthAndEveryByteApart() {
        Set<Long> seen = new HashSet<>();
        int cases = 0;
        for (int length = 0; length < 40; length++) {
            seen.add(Mixing.hash(new byte[length]));
            cases++;
            for (int position = 0; position < length; position++) {
                byte[] bytes = new byte[length];
                bytes[position] = 1;
                seen.add(Mixing.hash(bytes));
                cases++;
            }
        }
        assertThat(seen).hasSize(cases);
    }

    @Test
    void shouldDependOnTheOrderOfWords() {
        assertThat(Mixing.mix(1, 2)).isNotEqualTo(Mixing.mix(2, 1));
        assertThat(Mixing.hash("ab".getBytes(UTF_8))).isNotEqualTo(Mixing.hash("ba".getBytes(UTF_8)));
    }
}
