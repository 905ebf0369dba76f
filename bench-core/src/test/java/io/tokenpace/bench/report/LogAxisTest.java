package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LogAxisTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-9);

    @Test
    void shouldGiveEachTenfoldTheSameRoom() {
        LogAxis axis = LogAxis.over(List.of(3.0, 250.0), 100, 400);
        assertThat(axis.pixel(1)).isEqualTo(100, EXACT);
        assertThat(axis.pixel(10)).isEqualTo(200, EXACT);
        assertThat(axis.pixel(1_000)).isEqualTo(400, EXACT);
        assertThat(axis.decades()).containsExactly(1.0, 10.0, 100.0, 1_000.0);
    }

    @Test
    void shouldHaveRoomForASingleValue() {
        assertThat(LogAxis.over(List.of(10.0), 0, 50).decades()).containsExactly(10.0, 100.0);
        assertThat(LogAxis.over(List.of(), 0, 50).decades()).containsExactly(1.0, 10.0);
    }

    @Test
    void shouldRunUpwardsOnAScreen() {
        LogAxis axis = LogAxis.over(List.of(1.0, 100.0), 400, 50);
        assertThat(axis.pixel(1)).isEqualTo(400, EXACT);
        assertThat(axis.pixel(100)).isEqualTo(50, EXACT);
    }
}
