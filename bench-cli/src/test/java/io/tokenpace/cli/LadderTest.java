package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LadderTest {
    @Test
    void shouldRiseByDoublingFromAThousandOn() {
        assertThat(Ladder.rising(16_000).streams())
                .containsExactly(1, 10, 100, 500, 1_000, 2_000, 4_000, 8_000, 16_000);
        assertThat(Ladder.rising(16_000).endsWhereItGivesIn()).isTrue();
    }

    @Test
    void shouldEndWithTheHighestLoadAskedFor() {
        assertThat(Ladder.rising(3_000).streams()).containsExactly(1, 10, 100, 500, 1_000, 2_000, 3_000);
        assertThat(Ladder.rising(50).streams()).containsExactly(1, 10, 50);
        assertThat(Ladder.rising(1).streams()).containsExactly(1);
    }

    @Test
    void shouldPlayEveryListedLoadLowestFirst() {
        Ladder listed = Ladder.of(List.of(200, 5, 5));
        assertThat(listed.streams()).containsExactly(5, 200);
        assertThat(listed.endsWhereItGivesIn()).isFalse();
    }

    @Test
    void shouldRefuseALoadOfNothing() {
        assertThatThrownBy(() -> Ladder.of(List.of(5, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("streams (0) must be from 1 to 100000");
    }
}
