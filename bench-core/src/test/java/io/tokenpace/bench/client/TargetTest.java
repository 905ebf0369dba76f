package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static final Endpoint ONE = Endpoint.parse("http://one");
    private static final Endpoint OTHER = Endpoint.parse("http://other:81/base");

    @ParameterizedTest
    @ValueSource(strings = {"host", "Host", "Content-Length", "TRANSFER-ENCODING", "connection"})
    void shouldRefuseHeadersThatFrameARequest(String name) {
        assertThatThrownBy(() -> new Target(
                        List.of(ONE), List.of(new Header(name, "value")), TlsSettings.SYSTEM, ProxyRules.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("header (" + name + ") must not be given: the client writes it itself");
    }

    @Test
    void shouldNameEveryEndpoint() {
        assertThat(new Target(List.of(ONE, OTHER), List.of(), TlsSettings.SYSTEM, ProxyRules.NONE))
                .hasToString("http://one, http://other:81/base");
    }

    @Test
    void shouldRefuseToGoNowhere() {
        assertThatThrownBy(() -> new Target(List.of(), List.of(), TlsSettings.SYSTEM, ProxyRules.NONE))
                .hasMessage("a target must have at least one url");
    }

    @Test
    void shouldRefuseToMixSchemes() {
        Endpoint secure = Endpoint.parse("https://secure");
        assertThatThrownBy(() -> new Target(List.of(ONE, secure), List.of(), TlsSettings.SYSTEM, ProxyRules.NONE))
                .hasMessage("url (https://secure) must begin with http://, as the first one does");
        assertThatThrownBy(() -> new Target(List.of(secure, ONE), List.of(), TlsSettings.SYSTEM, ProxyRules.NONE))
                .hasMessage("url (http://one) must begin with https://, as the first one does");
    }

    @Test
    void shouldTakeEndpointsInTurn() {
        Target target = new Target(List.of(ONE, OTHER, ONE), List.of(), TlsSettings.SYSTEM, ProxyRules.NONE);
        assertThat(new int[] {target.endpointOf(0), target.endpointOf(1), target.endpointOf(5), target.endpointOf(6)})
                .containsExactly(0, 1, 2, 0);
    }
}
