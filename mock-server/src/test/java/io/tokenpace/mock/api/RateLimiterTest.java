package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.fail;

import io.tokenpace.mock.model.RateLimits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the buckets, in virtual time, to schedules computed by hand: 1 request, 100 and 10 tokens a second. */
class RateLimiterTest {
    private static final RateLimits LIMITS = RateLimits.of(60, 6_000, 600);
    private static final long START_NANOS = -5_000_000_000L;
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private long nowMillis;
    private final InstantSource wall = () -> START.plusMillis(nowMillis);
    private final RateLimiter limiter = new RateLimiter(LIMITS, this::nanos, wall);

    @Test
    void shouldAdmitAMinutesWorthAtOnceAndThenOneASecond() throws RefusedException {
        for (int i = 0; i < 60; i++) {
            limiter.admit("m", 0);
        }
        assertThat(refused(0).headers()).contains(entry("retry-after", "1"));
        assertAdmittedFirstAt(1_000, 0);
        assertAdmittedFirstAt(2_000, 0);
        nowMillis = 4_500;
        limiter.admit("m", 0);
        limiter.admit("m", 0);
        // Half a request is left over from 4.5 s, so the next one is there half a second later.
        assertAdmittedFirstAt(5_000, 0);
    }

    @Test
    void shouldNameTheTimeAtWhichAPromptIsAdmitted() throws RefusedException {
        limiter.admit("m", 6_000);
        assertThat(refused(300).headers()).contains(entry("retry-after", "3"));
        assertAdmittedFirstAt(3_000, 300);
        // 150 tokens take 1.5 s, which HTTP cannot say: it says 2 s.
        assertThat(refused(150).headers()).contains(entry("retry-after", "2"));
        assertAdmittedFirstAt(4_500, 150);
    }

    @Test
    void shouldTakeOutputAsItIsWrittenAndLetADebtBePaidFirst() throws RefusedException {
        limiter.admit("m", 1);
        limiter.produced(400);
        limiter.admit("m", 1);
        limiter.produced(219);
        // 600 − 619 = −19, and one token must be there: 20 tokens at 10 a second.
        assertThat(refused(1).headers()).contains(entry("retry-after", "2"));
        assertAdmittedFirstAt(2_000, 1);
    }

    @Test
    void shouldWaitForTheLastOfSeveralLimits() throws RefusedException {
        limiter.admit("m", 6_000);
        limiter.produced(689);
        assertThat(refused(700).headers()).contains(entry("retry-after", "9"));
        assertThat(refused(700).message()).contains("600 output tokens per minute");
        assertAdmittedFirstAt(9_000, 700);
    }

    @Test
    void shouldTakeNothingWhenItRefuses() throws RefusedException {
        limiter.admit("m", 5_999);
        for (int i = 0; i < 100; i++) {
            refused(2);
        }
        limiter.admit("m", 1);
    }

    @Test
    void shouldNameNoTimeForAPromptThatNeverFits() throws RefusedException {
        limiter.admit("m", 1);
        limiter.produced(10_000);
        Refusal refusal = refused(6_001);
        assertThat(refusal.headers()).doesNotContainKey("retry-after");
        assertThat(refusal.message()).contains("6,000 input tokens per minute");
    }

    @Test
    void shouldBeFullAgainAndNoFullerAfterALongTime() throws RefusedException {
        limiter.admit("m", 6_000);
        nowMillis = 3_600_000;
        limiter.admit("m", 6_000);
        assertThat(refused(100).headers()).contains(entry("retry-after", "1"));
    }

    @Test
    void shouldTellWhatIsLeft() throws RefusedException {
        Map<String, String> headers = limiter.admit("m", 1_600);
        String now = "2026-11-20T12:00:00Z";
        String full = "2026-11-20T12:00:16Z";
        assertThat(headers)
                .containsOnly(
                        entry("anthropic-ratelimit-requests-limit", "60"),
                        entry("anthropic-ratelimit-requests-remaining", "59"),
                        entry("anthropic-ratelimit-requests-reset", "2026-11-20T12:00:01Z"),
                        entry("anthropic-ratelimit-input-tokens-limit", "6000"),
                        entry("anthropic-ratelimit-input-tokens-remaining", "4000"),
                        entry("anthropic-ratelimit-input-tokens-reset", full),
                        entry("anthropic-ratelimit-output-tokens-limit", "600"),
                        entry("anthropic-ratelimit-output-tokens-remaining", "600"),
                        entry("anthropic-ratelimit-output-tokens-reset", now),
                        entry("anthropic-ratelimit-tokens-limit", "6600"),
                        entry("anthropic-ratelimit-tokens-remaining", "4600"),
                        entry("anthropic-ratelimit-tokens-reset", full));
    }

    @Test
    void shouldRefuseInTheDocumentedWords() throws RefusedException {
        limiter.admit("m", 6_000);
        Refusal refusal = refused(1);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.type()).isEqualTo("rate_limit_error");
        assertThat(refusal.message())
                .startsWith("This request would exceed your organization's rate limit of 6,000 input tokens per minute"
                        + " (org: " + Organization.ID + ", model: m). For details, refer to: ");
        assertThat(refusal.headers()).containsEntry("anthropic-ratelimit-input-tokens-remaining", "0");
    }

    @Test
    void shouldNotCountWhatTheCacheHolds() throws RefusedException {
        ApiOptions options = ApiOptions.permissive().withRateLimits(LIMITS);
        AnthropicApi api = new AnthropicApi(options, this::nanos, wall);
        String words = IntStream.range(0, 5_999).mapToObj(i -> "w").collect(Collectors.joining(" "));
        MessagesRequest request = api.reader()
                .messages(
                        ("{\"model\":\"m\",\"max_tokens\":1,\"system\":[{\"type\":\"text\",\"text\":\"" + words
                                        + "\",\"cache_control\":{\"type\":\"ephemeral\"}}],"
                                        + "\"messages\":[{\"role\":\"user\",\"content\":\"a\"}]}")
                                .getBytes(UTF_8),
                        ApiVersion.V2026_10_21);
        api.admit(request, nanos()).cached().beginsAt(this::nanos);
        nowMillis = 10;
        // One token has come back by now, and one is all that a hit takes.
        assertThat(api.admit(request, nanos()).cached().usage().read()).isEqualTo(5_999);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, -1, 1", "1, 1, 10000001"})
    void shouldRefuseALimitOutOfRange(int requests, int input, int output) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimits.of(requests, input, output))
                .withMessageEndingWith("must be from 1 to 10000000");
    }

    private void assertAdmittedFirstAt(long millis, int inputTokens) throws RefusedException {
        nowMillis = millis - 1;
        refused(inputTokens);
        nowMillis = millis;
        limiter.admit("m", inputTokens);
    }

    private Refusal refused(int inputTokens) {
        try {
            limiter.admit("m", inputTokens);
        } catch (RefusedException e) {
            return e.refusal();
        }
        return fail("admitted at " + nowMillis + " ms");
    }

    private long nanos() {
        return START_NANOS + nowMillis * 1_000_000;
    }
}
