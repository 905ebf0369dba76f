package io.tokenpace.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignedErrorsTest {
    private final SignedErrors errors = new SignedErrors();

    private void record(long... micros) {
        for (long value : micros) {
            errors.record(value * 1_000);
        }
    }

    @Test
    void shouldTakePercentilesOfTheSizeWhateverTheSign() {
        record(-10, 20, -30, 40, -50, 60, -70, 80, -90, 100);
        assertThat(errors.tail().p50Us()).hasValue(50);
        assertThat(errors.tail().p90Us()).hasValue(90);
        assertThat(errors.tail().maxUs().getAsDouble()).isBetween(100.0, 100.1);
    }

    @Test
    void shouldFindTheMedianWhereverZeroLies() {
        record(-3, -2, -1);
        assertThat(errors.tail().signedP50Us()).hasValue(-2);
        record(4, 5);
        assertThat(errors.tail().signedP50Us()).hasValue(-1);
        record(6, 7);
        assertThat(errors.tail().signedP50Us()).hasValue(4);
    }

    @Test
    void shouldLeaveAPercentileEmptyThatTooFewTell() {
        record(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(errors.tail().p50Us()).isPresent();
        assertThat(errors.tail().p90Us()).isEmpty();
    }

    @Test
    void shouldSayNothingOfNothing() {
        assertThat(errors.tail().count()).isZero();
        assertThat(errors.tail().signedP50Us()).isEmpty();
        assertThat(errors.tail().maxUs()).isEmpty();
    }

    @Test
    void shouldCountWhatIsBeyondAnHourAndKeepItOut() {
        record(3_600_000_001L, -3_600_000_001L, 1);
        assertThat(errors.overflows()).isEqualTo(2);
        assertThat(errors.tail().count()).isEqualTo(1);
    }
}
