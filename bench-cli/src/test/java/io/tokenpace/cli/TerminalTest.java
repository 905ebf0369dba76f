package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalTest {
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm", "LANG", "de_DE.UTF-8");

    @Test
    void shouldRedrawInColourOnATerminal() {
        assertThat(Terminal.of(true, XTERM)).isEqualTo(new Terminal(true, true, true));
    }

    @Test
    void shouldWritePlainlyElsewhere() {
        assertThat(Terminal.of(false, XTERM)).isEqualTo(new Terminal(false, false, false));
    }

    @Test
    void shouldWritePlainlyToATerminalThatTakesNoCodes() {
        assertThat(Terminal.of(true, Map.of("TERM", "dumb", "LANG", "C.UTF-8")))
                .isEqualTo(new Terminal(false, false, false));
        assertThat(Terminal.of(true, Map.of()).redraws()).isFalse();
    }

    @Test
    void shouldUseNoColourWhereItIsUnwanted() {
        assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .isEqualTo(new Terminal(true, false, false));
        assertThat(Terminal.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")).colours())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"C.UTF-8,,,true", ",en_US.utf8,,true", ",,en_US.UTF-8,true", "C,,en_US.UTF-8,false", ",,,false"})
    void shouldDrawBlocksWhereTheLocaleHasThem(String all, String type, String lang, boolean blocks) {
        Map<String, String> environment = Map.of(
                "TERM",
                "xterm",
                "LC_ALL",
                all == null ? "" : all,
                "LC_CTYPE",
                type == null ? "" : type,
                "LANG",
                lang == null ? "" : lang);
        assertThat(Terminal.of(true, environment).blocks()).isEqualTo(blocks);
    }

    @Test
    void shouldReadTheSizeThatSttyTells() {
        assertThat(WindowSize.parse("24 80\n")).contains(new TerminalSize(80, 24));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "0 0", "24", "24 0", "-1 80", "24 80 1", "99999999999 80"})
    void shouldNotTakeAnythingElseForASize(String text) {
        assertThat(WindowSize.parse(text)).isEmpty();
    }
}
