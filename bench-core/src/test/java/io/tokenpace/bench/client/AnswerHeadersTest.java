package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHeadersTest {
    private final HttpHeaders headers =
            DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();

    private Map<String, String> limits() {
        return new AnswerHeaders(headers).limits();
    }

    @ParameterizedTest
    @ValueSource(strings = {"request-id", "x-request-id", "X-Request-ID"})
    void shouldFindTheRequestIdUnderEitherName(String name) {
        headers.add(name, "req_011CS");
        assertThat(new AnswerHeaders(headers).requestId()).contains("req_011CS");
    }

    @Test
    void shouldHaveNoRequestIdWhereTheServiceGivesNone() {
        headers.add("request-id", "");
        assertThat(new AnswerHeaders(headers).requestId()).isEmpty();
        assertThat(AnswerHeaders.NONE.requestId()).isEmpty();
    }

    @Test
    void shouldKeepLimitsAndNothingElse() {
        headers.add("Anthropic-RateLimit-Requests-Limit", "60");
        headers.add("x-ratelimit-reset-tokens", "6m0s");
        headers.add("retry-after", "7");
        headers.add("retry-after-ms", "6500");
        headers.add("x-should-retry", "true");
        headers.add("set-cookie", "session=1");
        headers.add("anthropic-organization-id", "org");
        assertThat(limits())
                .containsOnly(
                        Map.entry("anthropic-ratelimit-requests-limit", "60"),
                        Map.entry("x-ratelimit-reset-tokens", "6m0s"),
                        Map.entry("retry-after", "7"),
                        Map.entry("retry-after-ms", "6500"),
                        Map.entry("x-should-retry", "true"));
    }

    @Test
    void shouldKeepTheFirstOfARepeatedHeader() {
        headers.add("retry-after", "7");
        headers.add("Retry-After", "8");
        assertThat(limits()).containsOnly(Map.entry("retry-after", "7"));
    }

    @Test
    void shouldBoundWhatAServiceTells() {
        headers.add("x-ratelimit-" + "a".repeat(200), "long name");
        for (int i = 0; i < 1_000; i++) {
            headers.add("x-ratelimit-limit-" + i, "9".repeat(10_000));
        }
        assertThat(limits()).hasSize(32);
        assertThat(limits().values()).allSatisfy(value -> assertThat(value).hasSize(200));
        assertThat(limits().keySet())
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(65).startsWith("x-ratelimit-limit-"));
    }

    @Test
    void shouldWriteWhatMightSteerATerminalAsText() {
        headers.add("retry-after", "\u001b[31m7\u009b2J\u202e\u007f\t");
        headers.add("request-id", "req\r\nx: y");
        assertThat(limits()).containsEntry("retry-after", "\\x1b[31m7\\x9b2J\\x202e\\x7f\\x09");
        assertThat(new AnswerHeaders(headers).requestId()).contains("req\\x0d\\x0ax: y");
    }
}
