package io.tokenpace.mock.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
    @ParameterizedTest
    @CsvSource({",", "any,", ",Bearer any", "any,Bearer invalid", ",Basic abc"})
    void shouldTakeAnyKeyOrNone(String apiKey, String authorization) {
        assertThatNoException()
                .isThrownBy(() -> Credentials.require(Optional.ofNullable(apiKey), Optional.ofNullable(authorization)));
    }

    @ParameterizedTest
    @CsvSource({"invalid,", ",Bearer invalid", ",bearer  invalid", "invalid,Bearer any"})
    void shouldRefuseTheInvalidKey(String apiKey, String authorization) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> Credentials.require(Optional.ofNullable(apiKey), Optional.ofNullable(authorization)))
                .satisfies(e -> assertThat(e.refusal())
                        .isEqualTo(new Refusal(401, "authentication_error", "invalid x-api-key")));
    }
}
