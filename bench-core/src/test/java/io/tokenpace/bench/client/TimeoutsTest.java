package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutsTest {
    private static final Duration GOOD = Duration.ofSeconds(1);

    @Test
    void shouldHaveTheseDefaults() {
        assertThat(Timeouts.DEFAULT)
                .isEqualTo(new Timeouts(
                        Duration.ofSeconds(10), Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "PT1H0.001S"})
    void shouldNameTimeoutOutOfRange(Duration bad) {
        assertThatThrownBy(() -> new Timeouts(bad, GOOD, GOOD, GOOD)).hasMessageStartingWith("connect-timeout (");
        assertThatThrownBy(() -> new Timeouts(GOOD, bad, GOOD, GOOD)).hasMessageStartingWith("first-token-timeout (");
        assertThatThrownBy(() -> new Timeouts(GOOD, GOOD, bad, GOOD)).hasMessageStartingWith("idle-timeout (");
        assertThatThrownBy(() -> new Timeouts(GOOD, GOOD, GOOD, bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("timeout (");
    }

    @Test
    void shouldTakeWhatLiesJustInRange() {
        Duration shortest = Duration.ofMillis(1);
        Duration longest = Duration.ofHours(1);
        assertThat(new Timeouts(shortest, longest, shortest, longest).total()).isEqualTo(longest);
    }
}
