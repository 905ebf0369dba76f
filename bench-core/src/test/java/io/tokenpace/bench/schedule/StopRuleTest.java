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
        assertThat(StopRule.tokens(1_000).reached(new Progress(1_000_000, 0, 999, LONG)))
                .isEmpty();
    }

    @Test
    void shouldNameItselfAndTheNumberWhenItsTokensAreReached() {
        assertThat(StopRule.tokens(1_000).reached(new Progress(57, 0, 1_000, 1_250_000_000)))
                .contains(
                        "--max-total-tokens (1000) was reached: 1000 tokens in 57 requests, warm-up included, after 1.3 s");
    }

    @Test
    void shouldNeverEndARunWithoutARule() {
        assertThat(StopRule.never().reached(new Progress(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, LONG)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5})
    void shouldNameTheTokensAndTheRuleWhenTheyAreImpossible(long tokens) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StopRule.tokens(tokens))
                .withMessage("max-total-tokens (" + tokens + ") must be positive");
    }

    @Test
    void shouldNameTheErrorsWhenTheirNumberIsReached() {
        assertThat(StopRule.errors(5).reached(new Progress(1_000, 4, 0, LONG))).isEmpty();
        assertThat(StopRule.errors(5).reached(new Progress(57, 5, 0, 1_250_000_000)))
                .contains("--max-errors (5) was reached: 5 of 57 requests failed, warm-up included, after 1.3 s");
    }

    @Test
    void shouldNameTheErrorsWhenTheirShareIsExceeded() {
        assertThat(StopRule.errorShare(5).reached(new Progress(40, 2, 0, LONG))).isEmpty();
        assertThat(StopRule.errorShare(5).reached(new Progress(40, 3, 0, 1_250_000_000)))
                .contains("--max-errors (5.0%) was exceeded: 3 of 40 requests failed, warm-up included, after 1.3 s");
    }

    @Test
    void shouldJudgeTheShareOfErrorsFromTwentyRequestsOn() {
        assertThat(StopRule.errorShare(50).reached(new Progress(19, 19, 0, LONG)))
                .isEmpty();
        assertThat(StopRule.errorShare(50).reached(new Progress(20, 20, 0, LONG)))
                .isPresent();
    }

    @Test
    void shouldGoOnWhateverFailsWhenAllOfItMay() {
        assertThat(StopRule.errorShare(100).reached(new Progress(1_000, 1_000, 0, LONG)))
                .isEmpty();
    }

    @Test
    void shouldEndARunOfWhichNothingSucceeds() {
        StopRule rule = StopRule.nothingSucceeds();
        assertThat(rule.reached(new Progress(99, 99, 0, LONG))).isEmpty();
        assertThat(rule.reached(new Progress(1_000, 999, 0, LONG))).isEmpty();
        assertThat(rule.reached(new Progress(100, 100, 0, 1_250_000_000)))
                .contains(
                        "the first 100 requests had all failed, warm-up included, after 1.3 s (--max-errors sets another"
                                + " bound)");
    }

    @Test
    void shouldEndByWhicheverRuleIsReached() {
        StopRule rule = StopRule.tokens(10).or(StopRule.errors(2));
        assertThat(rule.reached(new Progress(2, 1, 9, LONG))).isEmpty();
        assertThat(rule.reached(new Progress(2, 2, 9, LONG)).orElseThrow()).startsWith("--max-errors");
        assertThat(rule.reached(new Progress(2, 1, 10, LONG)).orElseThrow()).startsWith("--max-total-tokens");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 100.5, Double.NaN})
    void shouldNameTheShareOfErrorsAndTheRuleWhenItIsImpossible(double percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StopRule.errorShare(percent))
                .withMessage("max-errors (" + percent + "%) must be from 0% to 100%");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -5})
    void shouldNameTheErrorsAndTheRuleWhenTheyAreImpossible(long errors) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StopRule.errors(errors))
                .withMessage("max-errors (" + errors + ") must be positive");
    }
}
