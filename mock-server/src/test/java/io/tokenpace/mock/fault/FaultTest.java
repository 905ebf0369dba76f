package io.tokenpace.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status code=529",
                "status code=429 retry-after=3 should-retry=true",
                "silence",
                "slow-head for=250ms",
                "content-type value=text/plain",
                "stall token=5 for=2s",
                "stall for=1500us",
                "burst token=5 tokens=20",
                "malformed token=1",
                "error token=5 code=500",
                "reset token=0",
                "close token=5",
                "end token=5",
                "cut token=5 in=character",
                "split token=5 in=chunk for=7ns"
            })
    void shouldWriteWhatItReads(String text) {
        assertThat(Fault.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "burst, burst tokens=10",
        "cut, cut in=event",
        "split, split in=event for=20ms",
        "error, error code=529",
        "content-type, content-type value=text/plain",
        "'  reset   token=3 ', reset token=3",
        "stall for=1.5ms token=3, stall token=3 for=1500us"
    })
    void shouldFillInWhatIsNotGiven(String text, String whole) {
        assertThat(Fault.parse(text)).hasToString(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stal for=2s | fault (stal) must be one of status, silence, slow-head, content-type, stall, burst, malformed, error, reset, close, end, cut, split",
                "stall | stall: for must be given, such as for=2s",
                "stall for=2 | stall: for (2) must be a time with its unit, such as 137.5ms, 30us or 2s",
                "stall for=0s | stall: for (0s) must be from 1ns to 24h",
                "reset token=-1 | reset: token (-1) must be a whole number from 0 to 2147483647",
                "reset token=9999999999 | reset: token (9999999999) must be a whole number from 0 to 2147483647",
                "reset token | reset: token must be a parameter such as token=5",
                "reset token= | reset: token= must be a parameter such as token=5",
                "reset token=1 token=2 | reset: token=2 must not come after another of its kind",
                "reset for=2s | reset: for is no parameter of this fault",
                "silence token=1 | silence: token is no parameter of this fault",
                "status | status: code must be given, such as code=529",
                "status code=200 | status: code (200) must be a whole number from 400 to 599",
                "status code=500 should-retry=maybe | status: should-retry (maybe) must be one of unsaid, true, false",
                "burst tokens=1 | burst: tokens (1) must be a whole number from 2 to 2147483647",
                "cut in=half | cut: in (half) must be one of character, event, chunk",
                "content-type value=té | content-type: value (té) must be printable ASCII"
            })
    void shouldNameTheValueAndTheRule(String text, String complaint) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.parse(text)).withMessage(complaint);
    }

    @Test
    void shouldDrawItsPlaceFromTheKeyAmongTheTokensOfTheAnswer() {
        Fault fault = Fault.parse("reset");

        assertThat(LongStream.range(0, 1_000)
                        .map(key -> fault.placed(key, 5).token().orElseThrow())
                        .distinct()
                        .sorted())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(fault.placed(42, 5)).isEqualTo(fault.placed(42, 5));
    }

    @Test
    void shouldKeepThePlaceThatItWasGiven() {
        assertThat(Fault.parse("reset token=3").placed(42, 5).token()).isEqualTo(OptionalInt.of(3));
        assertThat(Fault.parse("silence").placed(42, 5).token()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "reset token=5, true, true",
        "reset token=6, true, false",
        "reset, true, false",
        "silence, false, true",
        "end token=1, false, false",
        "burst token=1, false, false",
        "split token=1, false, false",
        "cut token=1, false, true"
    })
    void shouldFitAnAnswerThatReachesItsPlace(String text, boolean streamed, boolean fits) {
        assertThat(Fault.parse(text).fits(5, streamed)).isEqualTo(fits);
    }
}
