package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoDurationTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "1, 1ms",
        "12000000, 12ms",
        "999000000, 999ms",
        "999000001, 1s",
        "1500000000, 1.5s",
        "8640000000, 8.64s",
        "59007000000, 59.007s",
        "60000000000, 1m0s",
        "360000000000, 6m0s",
        "72250000000, 1m12.25s",
        "3600000000000, 1h0m0s",
        "7325000000000, 2h2m5s",
    })
    void shouldWriteTimesAsGoDoes(long nanos, String written) {
        assertThat(GoDuration.of(nanos)).isEqualTo(written);
    }
}
