package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @Test
    void shouldHideAKeyThatTheServiceRepeats() {
        Secrets secrets = Secrets.of(List.of(new Header("x-api-key", "sk-ant-123456")));
        assertThat(secrets.hide("invalid x-api-key: sk-ant-123456, sk-ant-123456!"))
                .isEqualTo("invalid x-api-key: [hidden], [hidden]!");
    }

    @Test
    void shouldHideABearerTokenWithAndWithoutItsScheme() {
        Secrets secrets = Secrets.of(List.of(new Header("Authorization", "Bearer sk-123456")));
        assertThat(secrets.hide("Incorrect API key: sk-123456 (Bearer sk-123456)"))
                .isEqualTo("Incorrect API key: [hidden] ([hidden])");
    }

    @Test
    void shouldHideEachCookie() {
        Secrets secrets =
                Secrets.of(List.of(new Header("Cookie", "session=abc-123456; csrf=\"xyz-123456\"; theme=dark")));
        assertThat(secrets.hide("no session abc-123456, no token xyz-123456, but a dark theme"))
                .isEqualTo("no session [hidden], no token [hidden], but a dark theme");
    }

    @Test
    void shouldHideTheParametersOfACredential() {
        Secrets secrets = Secrets.of(List.of(new Header("Authorization", "Token token=\"sk-123456\", realm=\"here\"")));
        assertThat(secrets.hide("no such token here: sk-123456")).isEqualTo("no such token here: [hidden]");
    }

    @Test
    void shouldHideTheAccountAtAProxy() {
        Proxy proxy = Proxy.parse("--proxy", "http://me:swordfish-1@proxy:3128");
        Target target = new Target(
                List.of(Endpoint.parse("http://service")), List.of(), TlsSettings.SYSTEM, ProxyRules.always(proxy));
        assertThat(Secrets.of(target).hide("407 for me with swordfish-1, Basic bWU6c3dvcmRmaXNoLTE="))
                .isEqualTo("407 for me with [hidden], [hidden]");
    }

    @Test
    void shouldNotHideWhatAnybodyMaySay() {
        Secrets secrets = Secrets.of(List.of(new Header("X-Team", "a b")));
        assertThat(secrets.hide("a b c")).isEqualTo("a b c");
    }

    @Test
    void shouldTellNoValue() {
        Header header = new Header("x-api-key", "sk-ant-123456");
        assertThat(header + " " + Secrets.of(List.of(header))).doesNotContain("sk-ant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sk-ant-1\r\nX-Evil: 1", "schlüssel-1", " ", "a\tb-secret"})
    void shouldRefuseAValueThatIsNoHeaderWithoutTellingIt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Header("x-api-key", value))
                .withMessage("the value of header x-api-key must be visible ASCII, in one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\nb"})
    void shouldRefuseANameThatIsNone(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Header(name, "value"));
    }
}
