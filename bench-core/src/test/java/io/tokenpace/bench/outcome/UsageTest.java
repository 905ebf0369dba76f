package io.tokenpace.bench.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsageTest {
    @Test
    void shouldCountCacheWritesAmongTheUncachedAndReadsAmongAll() {
        Usage usage = new Usage(10, 200, 3_000, 5, 1);

        assertThat(usage.uncachedInputTokens()).isEqualTo(210);
        assertThat(usage.totalInputTokens()).isEqualTo(3_210);
    }

    @Test
    void shouldCountUnknownPartsAsNone() {
        Usage usage = new Usage(10, Usage.UNKNOWN, Usage.UNKNOWN, 5, Usage.UNKNOWN);

        assertThat(usage.uncachedInputTokens()).isEqualTo(10);
        assertThat(usage.totalInputTokens()).isEqualTo(10);
    }

    @Test
    void shouldTellZeroFromUnknown() {
        assertThat(new Usage(0, 0, 0, 0, 0).hasInput()).isTrue();
        assertThat(new Usage(0, 0, 0, 0, 0).hasOutput()).isTrue();
        assertThat(Usage.NONE.hasInput()).isFalse();
        assertThat(Usage.NONE.hasOutput()).isFalse();
    }

    @Test
    void shouldHaveNoTokensWhereNothingIsKnown() {
        assertThat(Usage.NONE.uncachedInputTokens()).isZero();
        assertThat(Usage.NONE.totalInputTokens()).isZero();
    }
}
