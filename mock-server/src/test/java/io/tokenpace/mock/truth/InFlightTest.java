package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InFlightTest {
    @ParameterizedTest
    @ValueSource(longs = {0, -5_000, Long.MAX_VALUE - 120})
    void shouldIntegrateWhereverTheClockStands(long origin) {
        InFlight inFlight = new InFlight();
        inFlight.enter(origin + 10);
        inFlight.enter(origin + 20);
        assertThat(inFlight.integralNanos(origin + 50)).isEqualTo(40 + 30);
        inFlight.exit(origin + 60);
        assertThat(inFlight.integralNanos(origin + 100)).isEqualTo(50 + 40 + 40);
        inFlight.exit(origin + 100);
        assertThat(inFlight.integralNanos(origin + 500)).isEqualTo(50 + 40 + 40);
        assertThat(inFlight.count()).isZero();
        assertThat(inFlight.entered()).isEqualTo(2);
    }

    @Test
    void shouldTellEachHowManyAreInFlightWithIt() {
        InFlight inFlight = new InFlight();
        assertThat(inFlight.enter(0)).isEqualTo(1);
        assertThat(inFlight.enter(0)).isEqualTo(2);
        inFlight.exit(0);
        assertThat(inFlight.enter(0)).isEqualTo(2);
    }

    @Test
    void shouldBeginAtNothing() {
        assertThat(new InFlight().integralNanos(123)).isZero();
    }
}
