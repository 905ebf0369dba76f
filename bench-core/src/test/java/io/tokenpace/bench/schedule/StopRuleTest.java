package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StopRuleTest {
    private static final long LONG = 3_600_000_000_000L;

    @Test
    void shouldNeverEndARunWithoutARule() {
        assertThat(StopRule.never().reached(new Progress(Long.MAX_VALUE, Long.MAX_VALUE, LONG)))
                .isEmpty();
    }

    @Test
    void shouldNameTheErrorsWhenTheirNumberIsReached() {
        assertThat(StopRule.errors(5).reached(new Progress(1_000, 4, LONG))).isEmpty();
        assertThat(StopRule.errors(5).reached(new Progress(57, 5, 1_250_000_000)))
                .contains("--max-errors (5) was reached: 5 of 57 requests failed, warm-up included, after 1.3 s");
    }

    @Test
    void shouldNameTheErrorsWhenTheirShareIsExceeded() {
        assertThat(StopRule.errorShare(5).reached(new Progress(40, 2, LONG))).isEmpty();
        assertThat(StopRule.errorShare(5).reached(new Progress(40, 3, 1_250_000_000)))
                .contains("--max-errors (5.0%) was exceeded: 3 of 40 requests failed, warm-up included, after 1.3 s");
    }

    @Test
    void shouldJudgeTheShareOfErrorsFromTwentyRequestsOn() {
        assertThat(StopRule.errorShare(50).reached(new Progress(19, 19, LONG))).isEmpty();
        assertThat(StopRule.errorShare(50).reached(new Progress(20, 20, LONG))).isPresent();
    }

    @Test
    void shouldGoOnWhateverFailsWhenAllOfItMay() {
        assertThat(StopRule.errorShare(100).reached(new Progress(1_000, 1_000, LONG)))
                .isEmpty();
    }

    @Test
    void shouldEndARunOfWhichNothingSucceeds() {
        StopRule rule = StopRule.nothingSucceeds();
        assertThat(rule.reached(new Progress(99, 99, LONG))).isEmpty();
        assertThat(rule.reached(new Progress(1_000, 999, LONG))).isEmpty();
        assertThat(rule.reached(new Progress(100, 100, 1_250_000_000)))
                .contains(
                        "the first 100 requests had all failed, warm-up included, after 1.3 s (--max-errors sets another"
                                + " bound)");
    }

    @Test
    void shouldEndByWhicheverRuleIsReached() {
        StopRule rule = StopRule.errors(2).or(StopRule.errorShare(10));
        assertThat(rule.reached(new Progress(20, 1, LONG))).isEmpty();
        assertThat(rule.reached(new Progress(2, 2, LONG)).orElseThrow()).startsWith("--max-errors (2)");
        StopRule other = StopRule.errors(100).or(StopRule.errorShare(10));
        assertThat(other.reached(new Progress(20, 3, LONG)).orElseThrow()).startsWith("--max-errors (10.0%)");
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
