package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.schedule.Extent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RampedWarmupTest {
    private static final long MILLI = 1_000_000;
    private static final long RAMP_ENDS = 100 * MILLI;

    private final List<Long> openings = new ArrayList<>();

    private RampedWarmup followedBy(Extent warmup) {
        return new RampedWarmup(RAMP_ENDS, warmup, openings::add);
    }

    @Test
    void shouldNotCountTheRequestsOfTheRamp() {
        RampedWarmup warmup = followedBy(Extent.ofRequests(2));
        for (int i = 0; i < 50; i++) {
            assertThat(warmup.includes(RAMP_ENDS - 1, RAMP_ENDS)).isTrue();
        }
        assertThat(warmup.includes(RAMP_ENDS, RAMP_ENDS)).isTrue();
        assertThat(warmup.includes(RAMP_ENDS, RAMP_ENDS)).isTrue();
        assertThat(openings).isEmpty();
    }

    @Test
    void shouldAnnounceTheWindowOnceItsRequestsAreTaken() {
        RampedWarmup warmup = followedBy(Extent.ofRequests(1));
        warmup.includes(110 * MILLI, 110 * MILLI);
        warmup.includes(120 * MILLI, 121 * MILLI);
        warmup.includes(122 * MILLI, 122 * MILLI);
        assertThat(openings).containsExactly(126 * MILLI);
    }

    @Test
    void shouldAnnounceTheWindowOnceItsTimeIsOver() {
        RampedWarmup warmup = followedBy(Extent.ofDuration(Duration.ofMillis(30)));
        warmup.includes(130 * MILLI - 1, 130 * MILLI);
        assertThat(openings).isEmpty();
        warmup.includes(130 * MILLI, 130 * MILLI);
        assertThat(openings).containsExactly(135 * MILLI);
    }

    @Test
    void shouldSplitRequestsByTheMomentAtWhichTheyWereIntended() {
        RampedWarmup warmup = followedBy(Extent.ofRequests(0));
        assertThat(warmup.includes(RAMP_ENDS, RAMP_ENDS)).isTrue();
        assertThat(warmup.includes(RAMP_ENDS + 5 * MILLI - 1, 200 * MILLI)).isTrue();
        assertThat(warmup.includes(RAMP_ENDS + 5 * MILLI, 200 * MILLI)).isFalse();
    }
}
