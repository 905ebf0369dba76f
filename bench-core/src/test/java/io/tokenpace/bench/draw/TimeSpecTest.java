package io.tokenpace.bench.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpecTest {
    @TempDir
    private Path temporary;

    private static double[] seconds(String text) {
        TimeSpec times = TimeSpec.parse(text);
        return Samples.of(uniform -> times.nanosAt(uniform) / 1e9);
    }

    @Test
    void shouldAlwaysTakeTheTimeGiven() {
        assertThat(TimeSpec.parse("500ms").nanosAt(0.1)).isEqualTo(500_000_000);
        assertThat(TimeSpec.parse("0s").nanosAt(0.9)).isZero();
    }

    @Test
    void shouldSpreadTimesEvenly() {
        Samples.assertDistributed(seconds("uniform:1s..5s"), second -> (second - 1) / 4);
    }

    @Test
    void shouldDrawTimesOfAProcessWithoutMemory() {
        Samples.assertDistributed(seconds("exponential:2s"), second -> 1 - Math.exp(-second / 2));
    }

    @Test
    void shouldDrawLognormalTimes() {
        double variance = Math.log(1.25);
        Samples.assertDistributed(
                seconds("lognormal:2s+-1000ms"),
                second -> Samples.normalShare((Math.log(second) - Math.log(2) + variance / 2) / Math.sqrt(variance)));
    }

    @Test
    void shouldDrawTimesOfTheBellCurve() {
        Samples.assertDistributed(seconds("normal:1m+-5s"), second -> Samples.normalShare((second - 60) / 5));
    }

    @Test
    void shouldDrawMeasuredTimes() throws IOException {
        Path file = Files.writeString(temporary.resolve("pauses"), "1s 3\n2500ms\n");
        TimeSpec times = TimeSpec.parse("empirical:" + file);
        assertThat(times.nanosAt(0.74)).isEqualTo(1_000_000_000);
        assertThat(times.nanosAt(0.76)).isEqualTo(2_500_000_000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            5                  | '5' must be a number with a unit, as in 500ms, 30s, 2m or 1h
            1s,2s              | '1s,2s' must be a number with a unit, as in 500ms, 30s, 2m or 1h
            25h                | '25h' must be at most 24h
            uniform:5s..1s     | 'uniform:5s..1s' must have the lower end first
            exponential:0s     | '0s' must be positive
            normal:1s+-1s      | 'normal:1s+-1s' would put 15.9 % of the draws below 0s; at most 1 % may be drawn again
            exponential:20h    | 'exponential:20h' would put 30.1 % of the draws above 24h; at most 1 % may be drawn again
            zipf:1:1s..2s      | 'zipf:1:1s..2s' must not be zipf: times are not counted
            """)
    void shouldRefuseWhatCannotBe(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeSpec.parse(text))
                .withMessage(message);
    }
}
