package io.tokenpace.bench.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExtentTest {
    @Test
    void shouldEndAfterItsRequests() {
        Extent extent = Extent.ofRequests(3);
        assertThat(extent.includes(2, Long.MAX_VALUE - 1)).isTrue();
        assertThat(extent.includes(3, 0)).isFalse();
    }

    @Test
    void shouldEndAfterItsDuration() {
        Extent extent = Extent.ofDuration(Duration.ofNanos(100));
        assertThat(extent.includes(1_000_000, 99)).isTrue();
        assertThat(extent.includes(0, 100)).isFalse();
    }

    @Test
    void shouldEndWithWhicheverComesFirst() {
        Extent extent = new Extent(OptionalLong.of(2), Optional.of(Duration.ofNanos(100)));
        assertThat(extent.includes(1, 99)).isTrue();
        assertThat(extent.includes(2, 50)).isFalse();
        assertThat(extent.includes(1, 100)).isFalse();
    }

    @Test
    void shouldRefuseALoadWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Extent(OptionalLong.empty(), Optional.empty()))
                .withMessage("a load must end: give it requests or a duration");
    }
}
