package io.tokenpace.bench.workload.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextFileTest {
    @Test
    void shouldKeepARefusalOnOneLineWhateverItQuotes() {
        TextFile file = Contents.file("f", "");
        assertThat(file.refusal(2, "name (a\nb\u0000) must be c")).hasMessage("f:2: name (a b ) must be c");
        assertThat(file.refusal("x".repeat(100_000))).hasMessage("f: " + "x".repeat(500) + "…");
    }
}
