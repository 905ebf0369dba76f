package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowTest {
    @Test
    void shouldHaveNoLengthUntilBothEdgesAreKnown() {
        Window window = new Window();
        assertThat(window.lengthNanos()).isZero();
        assertThat(window.overlapNanos(0, 100)).isZero();
        window.openAt(10);
        assertThat(window.lengthNanos()).isZero();
        window.closeAt(110);
        assertThat(window.lengthNanos()).isEqualTo(100);
    }

    @Test
    void shouldCountOnlyWhatLiesWithin() {
        Window window = new Window();
        window.openAt(100);
        window.closeAt(200);
        assertThat(window.overlapNanos(50, 150)).isEqualTo(50);
        assertThat(window.overlapNanos(120, 130)).isEqualTo(10);
        assertThat(window.overlapNanos(150, 900)).isEqualTo(50);
        assertThat(window.overlapNanos(0, 99)).isZero();
        assertThat(window.contains(100)).isTrue();
        assertThat(window.contains(201)).isFalse();
    }

    @Test
    void shouldReachToTheEndOfTimeWhileItsEndIsUnknown() {
        Window window = new Window();
        window.openAt(-100);
        assertThat(window.overlapNanos(-150, 900)).isEqualTo(1_000);
        assertThat(window.hasClosed(1_000_000)).isFalse();
    }

    @Test
    void shouldBringTheEndForwardButNeverBack() {
        Window window = new Window();
        window.openAt(0);
        window.closeAt(1_000);
        window.closeBy(400);
        assertThat(window.closesNanos()).isEqualTo(400);
        window.closeBy(700);
        assertThat(window.closesNanos()).isEqualTo(400);
    }

    @Test
    void shouldBeEmptyWhenItIsClosedBeforeItOpens() {
        Window window = new Window();
        window.openAt(500);
        window.closeBy(100);
        assertThat(window.lengthNanos()).isZero();
    }
}
