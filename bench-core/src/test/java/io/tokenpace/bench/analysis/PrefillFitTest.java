package io.tokenpace.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.tokenpace.bench.draw.Draws;
import io.tokenpace.bench.measure.Requests;
import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.Fits;
import org.junit.jupiter.api.Test;

class PrefillFitTest {
    private final PrefillFit fit = new PrefillFit();

    private void add(int tokens, long ttftMs) {
        fit.add(Requests.good()
                .usage(new Usage(tokens, 0, 0, 11, 0))
                .timedAt(0, 0, 0)
                .tokens(ttftMs, ttftMs + 300)
                .record());
    }

    @Test
    void shouldFindTheSlopeOfAnExactLine() {
        for (int tokens : new int[] {100, 1_000, 4_000, 10_000}) {
            add(tokens, 80 + tokens / 20);
        }
        assertThat(fit.slope().orElseThrow().value()).isCloseTo(50, offset(0.5));
    }

    @Test
    void shouldCoverTheTruthWithItsInterval() {
        Draws noise = Draws.of(1, "noise");
        for (int i = 0; i < 600; i++) {
            int tokens = new int[] {100, 1_000, 10_000}[i % 3];
            add(tokens, Math.round(100 + tokens * 0.048 - 100 * Math.log(noise.uniform(i))));
        }
        Fits.Fit slope = fit.slope().orElseThrow();
        assertThat(slope.ci95().get(0)).isLessThan(48);
        assertThat(slope.ci95().get(1)).isGreaterThan(48);
        assertThat(slope.ci95().get(1) - slope.ci95().get(0)).isBetween(1.0, 6.0);
    }

    @Test
    void shouldFindNoSlopeWhereAllPromptsHaveAboutOneSize() {
        for (int i = 0; i < 50; i++) {
            add(512 + i % 3, 100 + i);
        }
        assertThat(fit.slope()).isEmpty();
    }

    @Test
    void shouldLeaveOutWhatTheServiceDidNotCount() {
        for (int i = 0; i < 5; i++) {
            fit.add(Requests.good().usage(Usage.NONE).record());
        }
        assertThat(fit.slope()).isEmpty();
    }
}
