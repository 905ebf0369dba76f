package io.tokenpace.bench.result;

import static io.tokenpace.bench.result.CalibrationSamples.sample;
import static io.tokenpace.bench.result.CalibrationSamples.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CalibrationResultTest {
    @Test
    void shouldQuoteTheStepAtOrAboveTheLoad() {
        assertThat(sample().at(10, 330).orElseThrow().streams()).isEqualTo(10);
        assertThat(sample().at(10.2, 330).orElseThrow().streams()).isEqualTo(100);
        assertThat(sample().at(0.5, 10).orElseThrow())
                .isEqualTo(new CalibrationQuote("2026-11-20T20:38:00Z", 1, 20, 40, 10, 20));
    }

    @Test
    void shouldQuoteAHigherStepWhenFewStreamsAreFast() {
        assertThat(sample().at(1, 2_000).orElseThrow().streams()).isEqualTo(100);
    }

    @Test
    void shouldQuoteNothingBeyondWhatWasHeld() {
        assertThat(sample().at(101, 100)).isEmpty();
        assertThat(sample().at(1, 4_000)).isEmpty();
    }

    @Test
    void shouldNotTrustALoadAboveOneThatWasNotHeld() {
        CalibrationResult torn = CalibrationSamples.of(step(1, true, 20), step(10, false, 20), step(100, true, 20));
        assertThat(torn.highestHeld().orElseThrow().streams()).isEqualTo(1);
        assertThat(torn.at(50, 100)).isEmpty();
    }

    @Test
    void shouldHaveNoHighestLoadWhereTheFirstWasNotHeld() {
        assertThat(CalibrationSamples.of(step(1, false, 20)).highestHeld()).isEmpty();
    }

    @Test
    void shouldPassOverAStepWithTooFewErrorsForItsQuote() {
        ErrorTail few = new ErrorTail(
                5,
                OptionalDouble.of(1),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(2),
                OptionalDouble.of(1));
        CalibrationStep full = step(1, true, 20);
        CalibrationStep thin = new CalibrationStep(
                1,
                true,
                Optional.empty(),
                1,
                false,
                33,
                5,
                160,
                160,
                0,
                few,
                few,
                few,
                few,
                few,
                full.sendLag(),
                full.loopLag(),
                full.hiccup(),
                full.cpu(),
                Optional.empty());
        assertThat(CalibrationSamples.of(thin, step(10, true, 24))
                        .at(1, 30)
                        .orElseThrow()
                        .streams())
                .isEqualTo(10);
    }

    @Test
    void shouldRefuseLoadsThatDoNotRise() {
        assertThatThrownBy(() -> CalibrationSamples.of(step(10, true, 20), step(10, true, 20)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("streams (10) must be more than those of the step before (10)");
    }
}
