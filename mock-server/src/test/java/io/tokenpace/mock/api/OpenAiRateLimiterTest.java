package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import io.tokenpace.mock.model.RateLimits;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Holds the buckets, in virtual time, to schedules computed by hand: 1 request and 100 tokens a second. */
class OpenAiRateLimiterTest {
    private long nowMillis;
    private final OpenAiRateLimiter limiter = limiter(RateLimits.of(60, 5_400, 600));

    @Test
    void shouldTellWhatIsLeftAndWhenAllOfItIsBack() throws OpenAiRefusedException {
        assertThat(limiter.admit("m", 150))
                .containsOnly(
                        entry("x-ratelimit-limit-requests", "60"),
                        entry("x-ratelimit-remaining-requests", "59"),
                        entry("x-ratelimit-reset-requests", "1s"),
                        entry("x-ratelimit-limit-tokens", "6000"),
                        entry("x-ratelimit-remaining-tokens", "5850"),
                        entry("x-ratelimit-reset-tokens", "1.5s"));
    }

    @Test
    void shouldCountPromptsAndCompletionsTogether() throws OpenAiRefusedException {
        limiter.admit("m", 5_000);
        limiter.produced(900);
        // 100 tokens are left of 6,000, and 25 more take a quarter of a second.
        OpenAiRefusal refusal = refused(125);
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.type()).isEqualTo("tokens");
        assertThat(refusal.code()).contains("rate_limit_exceeded");
        assertThat(refusal.message())
                .isEqualTo("Rate limit reached for m in organization " + Organization.ID
                        + " on tokens per min (TPM): Limit 6000, Used 5900, Requested 125. Please try again in 250ms."
                        + " Visit https://platform.openai.com/account/rate-limits to learn more.");
        assertThat(refusal.headers()).contains(entry("retry-after", "1"), entry("retry-after-ms", "250"));
    }

    @Test
    void shouldAdmitAtTheTimeNamedAndNotBefore() throws OpenAiRefusedException {
        limiter.admit("m", 6_000);
        nowMillis = 1_249;
        assertThat(refused(125).headers()).contains(entry("retry-after-ms", "1"));
        nowMillis = 1_250;
        assertThat(limiter.admit("m", 125)).contains(entry("x-ratelimit-remaining-tokens", "0"));
    }

    @Test
    void shouldLetADebtBePaidFirst() throws OpenAiRefusedException {
        limiter.admit("m", 6_000);
        limiter.produced(99);
        // One token more than the debt, at 100 a second.
        assertThat(refused(1).headers()).contains(entry("retry-after-ms", "1000"));
        assertThat(refused(1).message()).contains("Used 6099, Requested 1.");
    }

    @Test
    void shouldLimitRequests() throws OpenAiRefusedException {
        for (int i = 0; i < 60; i++) {
            limiter.admit("m", 1);
        }
        OpenAiRefusal refusal = refused(1);
        assertThat(refusal.type()).isEqualTo("requests");
        assertThat(refusal.message())
                .contains("on requests per min (RPM): Limit 60, Used 60, Requested 1. Please try again in 1s.");
        nowMillis = 1_000;
        limiter.admit("m", 1);
    }

    @Test
    void shouldNameNoTimeForAPromptThatWillNeverBeAdmitted() {
        OpenAiRefusal refusal = refused(6_001);
        assertThat(refusal.message()).startsWith("Request too large for m in organization ");
        assertThat(refusal.headers()).doesNotContainKeys("retry-after", "retry-after-ms");
    }

    @Test
    void shouldTakeNothingForARefusal() throws OpenAiRefusedException {
        refused(6_001);
        assertThat(limiter.admit("m", 6_000)).contains(entry("x-ratelimit-remaining-requests", "59"));
    }

    @Test
    void shouldKnowOneKindOfTokensWhicheverIsLimited() throws OpenAiRefusedException {
        OptionalInt none = OptionalInt.empty();
        OptionalInt some = OptionalInt.of(7);
        assertThat(limiter(new RateLimits(none, some, none)).admit("m", 1))
                .contains(entry("x-ratelimit-limit-tokens", "7"))
                .doesNotContainKey("x-ratelimit-limit-requests");
        assertThat(limiter(new RateLimits(none, none, some)).admit("m", 1))
                .contains(entry("x-ratelimit-limit-tokens", "7"));
        assertThat(limiter(new RateLimits(some, none, none)).admit("m", 1))
                .doesNotContainKey("x-ratelimit-limit-tokens");
    }

    private OpenAiRefusal refused(int promptTokens) {
        return catchThrowableOfType(OpenAiRefusedException.class, () -> limiter.admit("m", promptTokens))
                .refusal();
    }

    private OpenAiRateLimiter limiter(RateLimits limits) {
        return new OpenAiRateLimiter(limits, () -> nowMillis * 1_000_000);
    }
}
