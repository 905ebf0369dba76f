package io.tokenpace.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class StopLinesTest {
    @Test
    void shouldSayWhatItWaitsFor() {
        assertThat(StopLines.stopping(12, Duration.ofSeconds(10)))
                .isEqualTo("stopping: 12 answers under way, waiting up to 10s");
        assertThat(StopLines.stopping(1, Duration.ofMillis(2_500)))
                .isEqualTo("stopping: 1 answer under way, waiting up to 2500ms");
        assertThat(StopLines.stopping(0, Duration.ofSeconds(10))).isEqualTo("stopping: no answers under way");
    }

    @Test
    void shouldSayHowLateItsEventsWere() {
        Histogram lateness = nothing();
        lateness.recordValueWithCount(31_400, 80);
        lateness.recordValueWithCount(80_200, 18);
        lateness.recordValueWithCount(12_300_000, 2);
        Histogram hiccups = nothing();
        hiccups.recordValueWithCount(410_000, 100);
        assertThat(StopLines.served(1_234, 0, lateness, Optional.of(hiccups)))
                .isEqualTo("served 1234 requests; events were written p50 31 µs, p90 80 µs, p99 12 ms"
                        + " after they were due; the machine itself was p99 410 µs late");
    }

    @Test
    void shouldSayHowManyAnswersItCut() {
        assertThat(StopLines.served(4, 3, nothing(), Optional.empty())).isEqualTo("served 4 requests, 3 of them cut");
    }

    @Test
    void shouldSayNothingOfEventsWhenThereWereNone() {
        assertThat(StopLines.served(1, 0, nothing(), Optional.empty())).isEqualTo("served 1 request");
    }

    private static Histogram nothing() {
        return new Histogram(1_000, 3_600_000_000_000L, 3);
    }
}
