package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    /** Sun, 06 Nov 1994 08:49:37 GMT, the date of RFC 9110's examples. */
    private static final long NOW_MILLIS = 784_111_777_000L;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    retry-after-ms | 250                           | 250
                    retry-after-ms | 0.5                           | 0.5
                    retry-after    | 7                             | 7000
                    retry-after    | 1.5                           | 1500
                    retry-after    | Sun, 06 Nov 1994 08:49:40 GMT | 3000
                    """)
    void shouldReadEachForm(String name, String value, double millis) {
        assertThat(RetryAfter.nanos(Map.of(name, value), NOW_MILLIS)).hasValue(Math.round(millis * 1e6));
    }

    @Test
    void shouldTakeTheMoreExactForm() {
        assertThat(RetryAfter.nanos(Map.of("retry-after", "7", "retry-after-ms", "6500"), NOW_MILLIS))
                .hasValue(6_500_000_000L);
    }

    @Test
    void shouldFallBackWhenTheMoreExactFormSaysNothing() {
        assertThat(RetryAfter.nanos(Map.of("retry-after", "7", "retry-after-ms", "soon"), NOW_MILLIS))
                .hasValue(7_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "soon",
                "NaN",
                "1e9",
                "0x10",
                "Infinity",
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:36 GMT",
                "Mon, 31 Feb 1994 08:49:36 GMT"
            })
    void shouldFindNoWaitInWhatAsksForNone(String value) {
        assertThat(RetryAfter.nanos(Map.of("retry-after", value), NOW_MILLIS)).isEmpty();
    }

    @Test
    void shouldNotTurnAnEndlessWaitIntoAShortOne() {
        assertThat(RetryAfter.nanos(Map.of("retry-after", "999999999999"), NOW_MILLIS))
                .hasValue(Long.MAX_VALUE);
    }

    @Test
    void shouldHaveNoWaitWhereNoneIsAskedFor() {
        assertThat(RetryAfter.nanos(Map.of(), NOW_MILLIS)).isEmpty();
    }
}
