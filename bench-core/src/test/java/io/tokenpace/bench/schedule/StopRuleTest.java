package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopRuleTest {
    private static final long LONG = 3_600_000_000_000L;

    @Test
    void shouldGoOnBelowItsTokens() {
        assertThat(StopRule.tokens(1_000).reached(new Progress(1_000_000, 999, LONG)))
                .isEmpty();
    }

    @Test
    void shouldNameItselfAndTheNumberWhenItsTokensAreReached() {
        assertThat(StopRule.tokens(1_000).reached(new Progress(57, 1_000, 1_250_000_000)))
                .contains(
                        "--max-total-tokens (1000) was reached: 1000 tokens in 57 requests, warm-up included, after 1.3 s");
    }

    @Test
    void shouldNeverEndARunWithoutARule() {
        assertThat(StopRule.never().reached(new Progress(Long.MAX_VALUE, Long.MAX_VALUE, LONG)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5})
    void shouldNameTheTokensAndTheRuleWhenTheyAreImpossible(long tokens) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StopRule.tokens(tokens))
                .withMessage("max-total-tokens (" + tokens + ") must be positive");
    }
}
