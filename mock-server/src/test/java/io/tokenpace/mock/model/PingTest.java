package io.tokenpace.mock.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.mock.draw.Distribution;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PingTest {
    private static final long MS = 1_000_000;
    private static final long ARRIVAL = 9_000 * MS;

    @Test
    void shouldPingInTheSilenceBeforeTheFirstToken() {
        Timeline timeline = timeline(40, List.of());
        assertThat(timeline.pingNanos(0, 1)).isEqualTo(Timeline.NEVER);
        assertThat(timeline.pingNanos(1, 1)).isEqualTo(ARRIVAL + 40 * MS);
        assertThat(timeline.pingNanos(1, 2)).isEqualTo(ARRIVAL + 80 * MS);
        assertThat(timeline.pingNanos(1, 3)).isEqualTo(Timeline.NEVER);
    }

    @Test
    void shouldNotPingWhileTokensCome() {
        assertThat(timeline(40, List.of()).pingNanos(2, 1)).isEqualTo(Timeline.NEVER);
        assertThat(timeline(30, List.of()).pingNanos(2, 1)).isEqualTo(Timeline.NEVER);
        assertThat(timeline(29, List.of()).pingNanos(2, 1)).isEqualTo(ARRIVAL + 129 * MS);
    }

    @Test
    void shouldNotPingInsideAStall() {
        List<Stall> stall = List.of(new Stall(Duration.ofMillis(30), Duration.ofMillis(20)));
        Timeline timeline = timeline(40, stall);
        assertThat(timeline.pingNanos(1, 1)).isEqualTo(ARRIVAL + 50 * MS);
        assertThat(timeline.pingNanos(1, 2)).isEqualTo(ARRIVAL + 80 * MS);
    }

    @Test
    void shouldNeverPingUnlessAsked() {
        Timeline timeline = new IsolatedService(parameters(Optional.empty(), List.of()))
                .admit(new Demand(RequestKey.named(0, "a"), 1, 0, 3), ARRIVAL, () -> {});
        assertThat(timeline.pingNanos(1, 1)).isEqualTo(Timeline.NEVER);
    }

    /** The head at 0 ms, tokens at 100, 130 and 160. */
    private static Timeline timeline(long silenceMillis, List<Stall> stalls) {
        return new IsolatedService(parameters(Optional.of(Duration.ofMillis(silenceMillis)), stalls))
                .admit(new Demand(RequestKey.named(0, "a"), 1, 0, 3), ARRIVAL, () -> {});
    }

    private static ServiceParameters parameters(Optional<Duration> silence, List<Stall> stalls) {
        return new ServiceParameters(
                Distribution.constant(0),
                Distribution.constant(0),
                Prefill.constant(0, 100 * MS, 0, 0, 0),
                Decode.steady(Pace.ofTime(Distribution.constant(30 * MS))),
                Optional.empty(),
                silence,
                OptionalInt.empty(),
                stalls,
                Optional.empty());
    }
}
