package io.tokenpace.bench.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErrorKindTest {
    @ParameterizedTest
    @CsvSource({
        "400, HTTP_4XX",
        "401, HTTP_4XX",
        "402, HTTP_4XX",
        "403, HTTP_4XX",
        "404, HTTP_4XX",
        "409, HTTP_4XX",
        "413, HTTP_4XX",
        "428, HTTP_4XX",
        "429, RATE_LIMITED",
        "430, HTTP_4XX",
        "499, HTTP_4XX",
        "500, HTTP_5XX",
        "502, HTTP_5XX",
        "503, HTTP_5XX",
        "504, HTTP_5XX",
        "528, HTTP_5XX",
        "529, OVERLOADED",
        "530, HTTP_5XX",
        "599, HTTP_5XX",
    })
    void shouldTellARefusalFromAFailureAndFromOverload(int status, ErrorKind kind) {
        assertThat(ErrorKind.ofStatus(status)).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"204", "301", "302", "304", "399"})
    void shouldCallAnAnswerMalformedThatNeitherSucceedsNorRefuses(int status) {
        assertThat(ErrorKind.ofStatus(status)).isEqualTo(ErrorKind.MALFORMED);
    }

    @Test
    void shouldKeepTheLabelsThatFilesUse() {
        assertThat(Arrays.stream(ErrorKind.values()).map(ErrorKind::label))
                .containsExactly(
                        "connect",
                        "tls",
                        "reset",
                        "truncated",
                        "malformed",
                        "http_4xx",
                        "rate_limited",
                        "overloaded",
                        "http_5xx",
                        "stream_error",
                        "first_token_timeout",
                        "idle_timeout",
                        "timeout",
                        "cancelled",
                        "client");
    }
}
