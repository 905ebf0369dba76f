package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.run.Standing;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PanelDisplayTest {
    private static final Terminal PLAIN = new Terminal(true, false, false);

    private final ScreenModel screen = new ScreenModel(120);
    private final PrintWriter err = new PrintWriter(screen);
    private TerminalSize size = new TerminalSize(120, 24);
    private final PanelDisplay display = new PanelDisplay(err, PLAIN, () -> size);

    private void resize(int columns) {
        screen.resize(columns);
        size = new TerminalSize(columns, 24);
    }

    @Test
    void shouldDrawOverThePanelBefore() {
        err.println("$ bench run");
        display.show(Standings.second(3).phase(Standing.Phase.WARM_UP).state());
        display.show(Standings.second(16).state());
        assertThat(screen.seen()).isEqualTo("""
                        $ bench run

                        measuring 12s of 20s  8s left  17s since the start
                        requests  1,119 done  16 in flight  3 failed
                        load, 1/s 11.0 offered  10.0 achieved
                        ttft      p50 250.0 ms  p99 -  max 1,038 ms  (50 in 5s)
                        decode    p50 70.8 tokens/s each  870.0 tokens/s in all
                        client    loops 1.6 ms late at most""");
    }

    @Test
    void shouldLeaveNothingOfALongerPanel() {
        display.show(Standings.second(16).failures(Map.of(ErrorKind.RESET, 7L)).state());
        display.show(Standings.second(16).phase(Standing.Phase.DRAINING).state());
        assertThat(screen.seen())
                .contains("draining  17s  16 answers to come\n")
                .doesNotContain("errors", " left", "since");
    }

    @Test
    void shouldLeaveNothingOfAWiderPanelWhenTheTerminalIsMadeNarrower() {
        err.println("$ bench run");
        display.show(Standings.second(16).state());
        resize(40);
        assertThat(screen.seen()).as("torn until the next panel").contains("17s since\n the start");
        display.show(Standings.second(17).state());
        assertThat(screen.seen()).isEqualTo("""
                        $ bench run

                        measuring 12s of 20s  8s left
                        requests  1,119 done  16 in flight
                        load, 1/s 11.0 offered  10.0 achieved
                        ttft      p50 250.0 ms  p99 -
                        decode    p50 70.8 tokens/s each
                        client    loops 1.7 ms late at most""");
    }

    @Test
    void shouldStandOnWhatSomebodyElseWrites() {
        display.show(Standings.second(16).state());
        err.println("WARNING: the disk is nearly full");
        err.flush();
        display.show(Standings.second(17).state());
        assertThat(screen.seen())
                .startsWith("WARNING: the disk is nearly full\n\nmeasuring ")
                .containsOnlyOnce("measuring")
                .containsOnlyOnce("client");
    }

    @Test
    void shouldSayALineThatStays() {
        display.show(Standings.second(16).state());
        display.say("10 streams");
        assertThat(screen.seen()).isEqualTo("10 streams\n");
        display.show(Standings.second(0).state());
        assertThat(screen.seen()).startsWith("10 streams\n\nmeasuring ");
    }

    @Test
    void shouldLeaveTheCursorWhereThePanelWas() {
        err.println("$ bench run");
        display.show(Standings.second(16).state());
        display.clear();
        assertThat(screen.seen()).isEqualTo("$ bench run\n");
        assertThat(screen.cursorRow()).isEqualTo(1);
    }

    @Test
    void shouldColourWhatFailedAndNothingElse() {
        PanelState failing =
                Standings.second(16).failures(Map.of(ErrorKind.RESET, 7L)).state();
        assertThat(written(new Terminal(true, true, false), failing)).contains("\u001b[31merrors    7 reset\u001b[0m");
        assertThat(written(new Terminal(true, true, false), Standings.second(16).state()))
                .doesNotContain("\u001b[31m");
        assertThat(written(PLAIN, failing)).doesNotContain("\u001b[31m");
    }

    private String written(Terminal terminal, PanelState state) {
        StringWriter text = new StringWriter();
        new PanelDisplay(new PrintWriter(text), terminal, () -> size).show(state);
        return text.toString();
    }
}
