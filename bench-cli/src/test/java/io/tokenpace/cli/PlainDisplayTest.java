package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlainDisplayTest {
    private final StringWriter text = new StringWriter();
    private final PlainDisplay display = new PlainDisplay(new PrintWriter(text));

    private void show(LongStream seconds) {
        seconds.forEach(second -> display.show(Standings.second(second).state()));
    }

    @Test
    void shouldTellTheSameFiguresInOneLine() {
        display.show(Standings.second(16).failures(Map.of(ErrorKind.RESET, 7L)).state());
        assertThat(text)
                .hasToString("  17 s  measuring 12s of 20s, 8s left, 17s since the start"
                        + "  1,119 done, 16 in flight, 3 failed  offered 11.0/s, achieved 10.0/s"
                        + "  ttft p50 250.0 ms, p99 -, max 1,038 ms  decode p50 70.8 tokens/s each, 870.0 tokens/s in all"
                        + "  loops 1.6 ms late  errors 7 reset" + System.lineSeparator());
    }

    @Test
    void shouldAddALineEveryFiveSeconds() {
        show(LongStream.range(0, 12));
        assertThat(text.toString().lines())
                .extracting(line -> line.substring(0, 6))
                .containsExactly("   5 s", "  10 s");
    }

    @Test
    void shouldNotLoseALineToASecondThatWasPassedOver() {
        show(LongStream.of(0, 1, 2, 5, 6, 8, 9));
        assertThat(text.toString().lines())
                .extracting(line -> line.substring(0, 6))
                .containsExactly("   6 s", "  10 s");
    }

    @Test
    void shouldBeginAnewWithAnotherRun() {
        show(LongStream.of(13, 0, 3, 4));
        assertThat(text.toString().lines())
                .extracting(line -> line.substring(0, 6))
                .containsExactly("  14 s", "   5 s");
    }
}
