package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.ServiceHeaders;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final RateLimits limits = new RateLimits();

    private void refuse(int status, Map<String, String> headers) {
        limits.addFailure(ErrorKind.ofStatus(status), new ServiceHeaders(Optional.empty(), headers));
    }

    @Test
    void shouldTellTheServicesOwnFigures() {
        refuse(429, Map.of("anthropic-ratelimit-requests-limit", "60"));
        refuse(429, Map.of("anthropic-ratelimit-requests-limit", "60"));
        assertThat(limits.note())
                .contains("the service refused 2 requests as too many (429); its limit: 60 requests a minute, by"
                        + " anthropic-ratelimit-requests-limit");
    }

    @Test
    void shouldNotGuessOverWhatTimeALimitIs() {
        refuse(429, Map.of("x-ratelimit-limit-tokens", "30000"));
        assertThat(limits.note().orElseThrow()).endsWith("its limit: 30,000 tokens, by x-ratelimit-limit-tokens");
    }

    @Test
    void shouldTellTheLimitOfWhichNothingRemains() {
        refuse(
                429,
                Map.of(
                        "anthropic-ratelimit-requests-limit", "1000",
                        "anthropic-ratelimit-requests-remaining", "999",
                        "anthropic-ratelimit-input-tokens-limit", "30000",
                        "anthropic-ratelimit-input-tokens-remaining", "0"));
        assertThat(limits.note().orElseThrow())
                .contains("30,000 input tokens a minute")
                .doesNotContain("1,000 requests");
    }

    @Test
    void shouldTellOfRefusalsWithoutFigures() {
        refuse(429, Map.of("anthropic-ratelimit-requests-limit", "as many as you like"));
        assertThat(limits.note()).contains("the service refused 1 request as too many (429)");
    }

    @Test
    void shouldTellNothingOfOtherFailures() {
        refuse(529, Map.of("anthropic-ratelimit-requests-limit", "60"));
        assertThat(limits.note()).isEmpty();
    }
}
