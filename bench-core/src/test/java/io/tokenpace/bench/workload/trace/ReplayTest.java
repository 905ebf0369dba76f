package io.tokenpace.bench.workload.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.source.Contents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {
    private static final long SECOND = 1_000_000_000L;

    /** One request every ten seconds, from second 1,000 on; the one of 20 s after that failed. */
    private static final String TRACE = """
            Timestamp,Request tokens,Response tokens
            1000,1,1
            1010,2,2
            1020,3,0
            1030,4,4
            1040,5,5
            """;

    private static Trace trace(double speed, Duration from, Optional<Duration> to) {
        return Traces.open(Contents.file("f.csv", TRACE), BrokenLines.FATAL, new Replay(speed, from, to));
    }

    private static List<Long> offsets(Trace trace) {
        List<Long> offsets = new ArrayList<>();
        for (Optional<TracedRequest> next = trace.next(); next.isPresent(); next = trace.next()) {
            offsets.add(next.get().dueOffsetNanos());
        }
        return offsets;
    }

    private static List<Long> seconds(double... seconds) {
        return Arrays.stream(seconds)
                .mapToObj(second -> Math.round(second * SECOND))
                .toList();
    }

    @Test
    void shouldDivideOffsetsBySpeed() {
        assertThat(offsets(trace(4, Duration.ZERO, Optional.empty()))).isEqualTo(seconds(0, 2.5, 7.5, 10));
        assertThat(offsets(trace(0.5, Duration.ZERO, Optional.empty()))).isEqualTo(seconds(0, 20, 60, 80));
    }

    @Test
    void shouldBeginWithTheFirstRequestOfThePart() {
        Trace trace = trace(1, Duration.ofSeconds(5), Optional.empty());
        assertThat(offsets(trace)).isEqualTo(seconds(0, 20, 30));
        assertThat(trace.failedAtSource()).isEqualTo(1);
    }

    @Test
    void shouldLeaveOutTheMomentInWhichThePartEnds() {
        Trace trace = trace(2, Duration.ofSeconds(10), Optional.of(Duration.ofSeconds(40)));
        assertThat(offsets(trace)).isEqualTo(seconds(0, 10));
        assertThat(trace.next()).isEmpty();
    }

    @Test
    void shouldCountOnlyFailuresOfThePart() {
        Trace trace = trace(1, Duration.ofSeconds(30), Optional.empty());
        assertThat(offsets(trace)).isEqualTo(seconds(0, 10));
        assertThat(trace.failedAtSource()).isZero();
    }

    @Test
    void shouldNotReadBehindTheEndOfThePart() {
        Trace trace = Traces.open(
                Contents.file("f.csv", TRACE + "broken"),
                BrokenLines.FATAL,
                new Replay(1, Duration.ZERO, Optional.of(Duration.ofSeconds(15))));
        assertThat(offsets(trace)).isEqualTo(seconds(0, 10));
    }

    @Test
    void shouldRefuseAPartWithoutRequests() {
        Trace trace = trace(1, Duration.ofMinutes(1), Optional.of(Duration.ofMinutes(2)));
        assertThatThrownBy(trace::next).hasMessage("f.csv: must hold a request that was answered from PT1M to PT2M");
    }

    @Test
    void shouldAccumulateNoRoundingError() {
        StringBuilder text = new StringBuilder("Timestamp,Request tokens,Response tokens\n");
        LongStream.range(0, 10_000)
                .forEach(i -> text.append(i / 10).append('.').append(i % 10).append(",1,1\n"));
        Trace trace = Traces.open(
                Contents.file("f.csv", text.toString()),
                BrokenLines.FATAL,
                new Replay(3, Duration.ZERO, Optional.empty()));
        assertThat(offsets(trace).get(9_999)).isEqualTo(333_300_000_000L);
    }

    @Test
    void shouldRefuseTimesTooFarApart() {
        Trace trace = Traces.open(
                Contents.file("f.csv", "Timestamp,Request tokens,Response tokens\n0,1,1\n4000000,1,1\n"),
                BrokenLines.FATAL,
                new Replay(0.001, Duration.ZERO, Optional.empty()));
        trace.next();
        assertThatThrownBy(trace::next)
                .hasMessage("f.csv:3: timestamp must lie within 100 years of the first one's, at this speed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 0.0001, 2e6})
    void shouldRefuseSpeedsThatMeanNothing(double speed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replay(speed, Duration.ZERO, Optional.empty()))
                .withMessage("speed (" + speed + ") must be from 0.001 to 1000000.0");
    }

    @Test
    void shouldRefuseAPartThatEndsBeforeItBegins() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replay(1, Duration.ofSeconds(2), Optional.of(Duration.ofSeconds(2))))
                .withMessage("to (PT2S) must be later than from (PT2S) and at most PT876000H");
    }

    @Test
    void shouldRefuseAPartThatBeginsBeforeTheTrace() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replay(1, Duration.ofSeconds(-1), Optional.empty()))
                .withMessage("from (PT-1S) must be from PT0S to PT876000H");
    }
}
