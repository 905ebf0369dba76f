package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
    private static String text(String text) {
        return new CsvLine().text(text).end();
    }

    @Test
    void shouldKeepEmptyFieldsApart() {
        assertThat(new CsvLine().blank().blank().number(3).blank().end()).isEqualTo(",,3,\n");
    }

    @Test
    void shouldQuoteWhatHoldsACommaOrAQuote() {
        assertThat(text("a, \"b\"")).isEqualTo("\"a, \"\"b\"\"\"\n");
    }

    @Test
    void shouldKeepATextOnOneLine() {
        assertThat(text("one\r\ntwo\u0000\u2028three\u0085")).isEqualTo("one two three\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"})
    void shouldNotLetASpreadsheetComputeAServicesWords(String formula) {
        assertThat(text(formula)).startsWith("'");
    }

    @Test
    void shouldWriteNumbersBelowZeroAsNumbers() {
        assertThat(new CsvLine().number(-1_500_000, 6).number(-2).end()).isEqualTo("-1.500000,-2\n");
    }

    @Test
    void shouldWriteFiguresWithoutExponents() {
        OptionalDouble none = OptionalDouble.empty();
        assertThat(new CsvLine()
                        .number(OptionalDouble.of(12_345_678.9))
                        .number(OptionalDouble.of(Double.POSITIVE_INFINITY))
                        .number(none)
                        .end())
                .isEqualTo("12345678.9,inf,\n");
    }

    @Test
    void shouldBeginAnewOnceALineHasEnded() {
        CsvLine line = new CsvLine().number(1);
        line.end();
        assertThat(line.number(2).end()).isEqualTo("2\n");
    }
}
