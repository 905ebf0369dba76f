package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of an answer's headers once the answer has been read. */
class AnswerHeadersTest {
    private final ByteRig rig = new ByteRig();

    private AnswerHeaders read(String... headers) {
        String answer = "HTTP/1.1 200 OK\r\n" + String.join("\r\n", headers) + "\r\ncontent-length: 2\r\n\r\n{}";
        rig.send().receive(answer.getBytes(StandardCharsets.UTF_8));
        return rig.exchange().headers();
    }

    @ParameterizedTest
    @ValueSource(strings = {"request-id", "x-request-id", "X-Request-ID"})
    void shouldFindTheRequestIdUnderEitherName(String name) {
        assertThat(read(name + ": req_011CS").requestId()).contains("req_011CS");
    }

    @Test
    void shouldPreferTheServicesOwnRequestId() {
        assertThat(read("x-request-id: proxy", "request-id: service").requestId())
                .contains("service");
    }

    @Test
    void shouldHaveNoRequestIdWhereTheServiceGivesNone() {
        assertThat(read("request-id:").requestId()).isEmpty();
        assertThat(read("server: any").requestId()).isEmpty();
        assertThat(AnswerHeaders.NONE.requestId()).isEmpty();
    }

    @Test
    void shouldKeepLimitsAndNothingElse() {
        assertThat(read(
                                "Anthropic-RateLimit-Requests-Limit: 60",
                                "x-ratelimit-reset-tokens:6m0s",
                                "retry-after: \t7 ",
                                "retry-after-ms: 6500",
                                "x-should-retry: true",
                                "set-cookie: session=1",
                                "request-id: req_011CS",
                                "anthropic-organization-id: org")
                        .limits())
                .containsOnly(
                        Map.entry("anthropic-ratelimit-requests-limit", "60"),
                        Map.entry("x-ratelimit-reset-tokens", "6m0s"),
                        Map.entry("retry-after", "7"),
                        Map.entry("retry-after-ms", "6500"),
                        Map.entry("x-should-retry", "true"));
    }

    @Test
    void shouldKeepTheFirstOfARepeatedHeader() {
        assertThat(read("retry-after: 7", "Retry-After: 8").limits()).containsOnly(Map.entry("retry-after", "7"));
    }

    @Test
    void shouldForgetTheHeadersOfTheAnswerBefore() {
        read("retry-after: 7", "request-id: one");
        assertThat(read("retry-after-ms: 5").limits()).containsOnly(Map.entry("retry-after-ms", "5"));
    }

    @Test
    void shouldBoundWhatAServiceTells() {
        String[] many = new String[101];
        many[0] = "x-ratelimit-" + "a".repeat(200) + ": long name";
        for (int i = 1; i < many.length; i++) {
            many[i] = "x-ratelimit-limit-" + i + ": " + "9".repeat(500);
        }
        Map<String, String> limits = read(many).limits();
        assertThat(limits).hasSize(32);
        assertThat(limits.values()).allSatisfy(value -> assertThat(value).hasSize(200));
        assertThat(limits.keySet())
                .allSatisfy(name -> assertThat(name).hasSizeLessThan(65).startsWith("x-ratelimit-limit-"));
    }

    @Test
    void shouldWriteWhatMightSteerATerminalAsText() {
        AnswerHeaders headers = read("retry-after: \u009b2J\u202e7", "request-id: req\u0080");
        assertThat(headers.limits()).containsEntry("retry-after", "\\xc2\\x9b2J\\xe2\\x80\\xae7");
        assertThat(headers.requestId()).contains("req\\xc2\\x80");
    }
}
