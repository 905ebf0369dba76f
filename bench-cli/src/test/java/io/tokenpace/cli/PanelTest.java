package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.run.Standing;
import io.tokenpace.bench.schedule.Extent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTest {
    private static final TerminalSize WIDE = new TerminalSize(120, 24);

    private static String drawn(PanelState state, TerminalSize size, boolean blocks) {
        return Panel.lines(state, size, blocks).stream()
                .map(line -> line.fitted(size.columns() - 1))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void shouldTellWhatComesAfterTheWarmUp() {
        Standings warmingUp = Standings.second(2).phase(Standing.Phase.WARM_UP);
        assertThat(drawn(warmingUp.state(), WIDE, false)).startsWith("warm-up   3s  then 20s\n");
        assertThat(drawn(warmingUp.state(Extent.ofRequests(500)), WIDE, false))
                .startsWith("warm-up   3s  then 500 requests\n");
        assertThat(drawn(warmingUp.state(Extent.ofRequests(Long.MAX_VALUE)), WIDE, false))
                .startsWith("warm-up   3s\n");
    }

    @Test
    void shouldReckonTheEndFromThePaceWhereANumberEndsTheRun() {
        PanelState counted = Standings.second(16).sentOf(120).state(Extent.ofRequests(500));
        assertThat(drawn(counted, WIDE, false))
                .startsWith("measuring 12s  about 38s left  120 of 500 requests sent  17s since the start\n");
    }

    @Test
    void shouldNameTheSoonerEndOfTwo() {
        Extent both = new Extent(OptionalLong.of(130), Optional.of(Duration.ofSeconds(20)));
        assertThat(drawn(Standings.second(16).state(both), WIDE, false))
                .startsWith("measuring 12s of 20s  about 1s left  120 of 130 requests sent");
    }

    @Test
    void shouldMarkAPercentileWithTooFewValuesForAnInterval() {
        assertThat(drawn(Standings.second(16).answers(99).state(), WIDE, false)).contains("p99 -  max");
        assertThat(drawn(Standings.second(16).answers(100).state(), WIDE, false))
                .contains("p99 ~604.0 ms  max");
        assertThat(drawn(Standings.second(16).answers(400).state(), WIDE, false))
                .contains("p99 604.0 ms  max");
    }

    @Test
    void shouldNameTheMostFrequentErrorFirst() {
        PanelState failing = Standings.second(16)
                .failures(Map.of(ErrorKind.RESET, 7L, ErrorKind.RATE_LIMITED, 1_200L))
                .state();
        assertThat(drawn(failing, WIDE, false)).endsWith("errors    1,200 rate_limited  7 reset");
    }

    @Test
    void shouldShowThePaceOfTheLastMinute() {
        PanelState state = Standings.second(0).tokensPerS(0).state();
        for (int i = 1; i <= 100; i++) {
            state = state.next(Standings.second(i).tokensPerS(i % 2 * 700.0).standing());
        }
        assertThat(state.seconds()).hasSize(60);
        assertThat(drawn(state, WIDE, true)).contains("          " + "█▁".repeat(30) + "  tokens/s, last minute\n");
        assertThat(drawn(state, new TerminalSize(40, 24), true))
                .contains("\n          " + "▁" + "█▁".repeat(14) + "\n");
        assertThat(drawn(state, WIDE, false)).doesNotContain("last minute");
    }

    @Test
    void shouldBeginAnewWithAnotherRun() {
        PanelState state = Standings.second(7).state();
        assertThat(state.next(Standings.second(8).standing()).seconds()).hasSize(2);
        assertThat(state.next(Standings.second(0).standing()).seconds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 11, 20, 40, 60, 80, 200})
    void shouldNeverReachTheLastColumn(int columns) {
        PanelState state = Standings.second(16)
                .failures(Map.of(ErrorKind.FIRST_TOKEN_TIMEOUT, 123_456L, ErrorKind.RATE_LIMITED, 1_200L))
                .state();
        assertThat(drawn(state, new TerminalSize(columns, 24), true).lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThan(columns));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 24})
    void shouldLeaveRoomOnALowTerminal(int rows) {
        PanelState state =
                Standings.second(16).failures(Map.of(ErrorKind.RESET, 7L)).state();
        assertThat(Panel.lines(state, new TerminalSize(80, rows), true))
                .hasSize(Math.max(0, Math.min(8, rows - 2)))
                .filteredOn(line -> line.rank() == 0)
                .hasSize(rows > 2 ? 1 : 0);
    }
}
