package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void shouldAlignTheFirstColumnLeftAndTheOthersRight() {
        String table = new TextTable()
                .row("name", "p50", "p99")
                .row("ttft", "1.5", "1000.0")
                .row("x", "–", "2")
                .toString();
        assertThat(table).isEqualTo("name  p50     p99\nttft  1.5  1000.0\nx       –       2\n");
    }

    @Test
    void shouldWriteFiguresWithAsManyDigitsAsTheirSizeDeserves() {
        assertThat(Figures.of(0.0426)).isEqualTo("0.043");
        assertThat(Figures.of(30.04)).isEqualTo("30.0");
        assertThat(Figures.of(12_345.6)).isEqualTo("12,346");
    }
}
