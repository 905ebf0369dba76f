package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.mock.draw.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
    private static final ServiceParameters SERVICE = new ServiceParameters(
            Distribution.uniform(30e6, 150e6),
            Distribution.exponential(108e6),
            new Prefill(
                    Distribution.constant(1e6),
                    Distribution.lognormal(1e9, 0.5),
                    Distribution.constant(47_500),
                    Distribution.constant(0.025),
                    Distribution.constant(2_000)),
            new Decode(
                    Pace.ofRate(Distribution.lognormal(70, 0.2)),
                    Optional.of(Distribution.jitter(0.3)),
                    Optional.of(Distribution.uniform(0.5, 5.5))),
            Optional.of(Distribution.lognormal(100, 0.5)),
            Optional.of(Duration.ofMillis(300)),
            OptionalInt.of(2),
            List.of(new Stall(Duration.ofMillis(900), Duration.ofMillis(700))),
            Optional.of(Distribution.lognormal(300, 0.5)));

    @Test
    void shouldTakeHalfAsLongAtTwo() {
        IsolatedService asWritten = new IsolatedService(SERVICE);
        IsolatedService twiceAsFast = new IsolatedService(SERVICE.atTimeScale(2));
        for (int i = 0; i < 20; i++) {
            Demand demand = new Demand(RequestKey.named(4, "r" + i), 900, 30, 4_000);
            Timeline slow = asWritten.admit(demand, 0, () -> {});
            Timeline fast = twiceAsFast.admit(demand, 0, () -> {});
            assertThat(fast.events()).isEqualTo(slow.events());
            for (int event = 0; event < slow.events(); event++) {
                // Twenty requests share two slots, each a few roundings after the one before.
                assertThat(2.0 * fast.dueNanos(event)).isCloseTo(slow.dueNanos(event), within(100.0));
                assertThat(fast.pingNanos(event, 1) == Timeline.NEVER)
                        .isEqualTo(slow.pingNanos(event, 1) == Timeline.NEVER);
            }
        }
    }

    @Test
    void shouldChangeNothingAtOne() {
        assertThat(SERVICE.atTimeScale(1)).isSameAs(SERVICE);
    }
}
