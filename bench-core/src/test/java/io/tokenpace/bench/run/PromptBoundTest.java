package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.outcome.Usage;
import org.junit.jupiter.api.Test;

class PromptBoundTest {
    private final PromptBound bound = new PromptBound();

    private static PreparedRequest asking(int tokens) {
        return new PreparedRequest(0, false, 0, tokens, 10, 0, new byte[9_000]);
    }

    private void teach(int asked, int got) {
        bound.learn(asking(asked), new Usage(got - 7, 3, 4, 10, 0));
    }

    @Test
    void shouldLeaveHalfMoreAndAnOverheadWhileNothingIsKnown() {
        // 1,000 × 1.5 × 1.02 + 64
        assertThat(bound.of(asking(1_000))).isEqualTo(1_594);
    }

    @Test
    void shouldLeaveATenthMoreWherePromptsAreSizedByTheServicesCount() {
        bound.calibrated();
        // 1,000 × 1.1 × 1.02 + 16
        assertThat(bound.of(asking(1_000))).isEqualTo(1_138);
        teach(1_000, 1_250);
        assertThat(bound.of(asking(1_000))).isEqualTo(1_291);
    }

    @Test
    void shouldTakeTheLargestRatioThatWasCounted() {
        teach(1_000, 1_250);
        teach(500, 550);
        // 2,000 × 1.25 × 1.02 + 64
        assertThat(bound.of(asking(2_000))).isEqualTo(2_614);
    }

    @Test
    void shouldTakeTheLargestExcessOfSmallPrompts() {
        teach(1_000, 1_000);
        teach(8, 48);
        teach(8, 20);
        // 1,000 × 1.02 + 40
        assertThat(bound.of(asking(1_000))).isEqualTo(1_060);
    }

    @Test
    void shouldNeverTrustPromptsToComeOutSmaller() {
        teach(1_000, 700);
        teach(8, 8);
        assertThat(bound.of(asking(1_000))).isEqualTo(1_036);
    }

    @Test
    void shouldTakeEveryByteForATokenWhereNobodyAskedForASize() {
        teach(1_000, 1_000);
        assertThat(bound.of(asking(0))).isEqualTo(9_000);
    }

    @Test
    void shouldLearnNothingFromAnAnswerWithoutUsage() {
        bound.learn(asking(1_000), Usage.NONE);
        assertThat(bound.of(asking(1_000))).isEqualTo(1_594);
    }
}
