package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void shouldFillLinesToTheLastColumn() {
        String word = "w".repeat(48);
        assertThat(Paragraph.of("a: ", word + " " + word + " b", 2)).isEqualTo("a: " + word + " " + word + "\n  b\n");
        assertThat(Paragraph.of("ab: ", word + " " + word, 2)).isEqualTo("ab: " + word + "\n  " + word + "\n");
    }

    @Test
    void shouldKeepAWordWholeThatIsLongerThanALine() {
        String address = "h".repeat(150);
        assertThat(Paragraph.of("a: ", "at " + address + " now", 2)).isEqualTo("a: at\n  " + address + "\n  now\n");
    }
}
