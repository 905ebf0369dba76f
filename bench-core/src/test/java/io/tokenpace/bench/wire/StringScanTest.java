package io.tokenpace.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StringScanTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ~~              | 0
                    a word          | 6
                    a\\nb           | 3
                    \\"\\\\\\/\\b\\f\\n\\r\\t | 8
                    \\u00e9\\uD83d  | 2
                    naïve           | 5
                    日本             | 2
                    😀!             | 3
                    """)
    void shouldCountCharactersUpToTheClosingQuote(String text, int chars) {
        byte[] bytes = (text + "\"rest").getBytes(StandardCharsets.UTF_8);

        long measured = StringScan.measure(bytes, 0, bytes.length);

        assertThat(StringScan.chars(measured)).isEqualTo(chars);
        assertThat(StringScan.quote(measured)).isEqualTo(bytes.length - "\"rest".length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\\x\"", "\\u12g4\"", "\\u12\"4", "a\nb\"", "\t\"", "\u0000\"", "no end", "\\\"", "\\", "\\u123"
            })
    void shouldNotBeSureOfWhatIsUnsoundOrDoesNotEnd(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

        assertThat(StringScan.measure(bytes, 0, bytes.length)).isEqualTo(StringScan.UNSURE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80",
                "c080",
                "c1bf",
                "c3",
                "c328",
                "e08080",
                "e09fbf",
                "eda080",
                "edbfbf",
                "e697",
                "f0808080",
                "f08fbfbf",
                "f09f98",
                "f4908080",
                "f5808080",
                "f888808080",
                "ff"
            })
    void shouldNotBeSureOfBytesThatAreNoCharacter(String hex) {
        byte[] bytes = HexFormat.of().parseHex("61" + hex + "22");

        assertThat(StringScan.measure(bytes, 0, bytes.length)).isEqualTo(StringScan.UNSURE);
    }

    @Test
    void shouldNotLookBeyondTheEnd() {
        byte[] bytes = "abc\"".getBytes(StandardCharsets.UTF_8);

        assertThat(StringScan.measure(bytes, 0, 3)).isEqualTo(StringScan.UNSURE);
        assertThat(StringScan.quote(StringScan.measure(bytes, 1, 4))).isEqualTo(3);
    }
}
