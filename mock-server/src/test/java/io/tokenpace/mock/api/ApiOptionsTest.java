package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApiOptionsTest {
    @Test
    void shouldServeAnyModelWithoutLimitsByDefault() {
        assertThat(ApiOptions.permissive().strictModels()).isFalse();
        assertThat(ApiOptions.permissive().rateLimits()).isEmpty();
    }

    @Test
    void shouldKeepTheOthersWhenOneIsChanged() {
        RateLimits limits = new RateLimits(1, 2, 3);
        ApiOptions options = ApiOptions.permissive().withRateLimits(limits).withStrictModels();
        assertThat(options.strictModels()).isTrue();
        assertThat(options.rateLimits()).contains(limits);
        assertThat(options.withRateLimits(limits)).isEqualTo(options);
    }
}
