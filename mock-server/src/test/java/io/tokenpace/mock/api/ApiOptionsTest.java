package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.mock.model.RateLimits;
import org.junit.jupiter.api.Test;

class ApiOptionsTest {
    @Test
    void shouldServeAnyModelWithoutLimitsByDefault() {
        assertThat(ApiOptions.permissive().strictModels()).isFalse();
        assertThat(ApiOptions.permissive().rateLimits()).isEmpty();
        assertThat(ApiOptions.permissive().maxInFlight()).isEmpty();
    }

    @Test
    void shouldKeepTheOthersWhenOneIsChanged() {
        RateLimits limits = RateLimits.of(1, 2, 3);
        ApiOptions options = ApiOptions.permissive()
                .withMaxInFlight(4)
                .withRateLimits(limits)
                .withStrictModels();
        assertThat(options.strictModels()).isTrue();
        assertThat(options.rateLimits()).contains(limits);
        assertThat(options.maxInFlight()).hasValue(4);
        assertThat(options.withRateLimits(limits).withMaxInFlight(4)).isEqualTo(options);
    }

    @Test
    void shouldBearOneRequestAtLeast() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiOptions.permissive().withMaxInFlight(0))
                .withMessage("maxInFlight (0) must be at least 1");
    }
}
