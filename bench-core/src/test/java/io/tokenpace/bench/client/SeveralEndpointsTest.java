package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class SeveralEndpointsTest {
    @Test
    void shouldSendEachRequestToItsOwnEndpoint() throws Exception {
        Queue<String> atOne = new ConcurrentLinkedQueue<>();
        Queue<String> atOther = new ConcurrentLinkedQueue<>();
        try (RawServer one = RawServer.playing(Scripts.answerAll(atOne));
                RawServer other = RawServer.playing(Scripts.answerAll(atOther));
                ClientHarness client = ClientHarness.to(target(one.url() + "/a", other.url() + "/b"))) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.send(i).succeeded()).isTrue();
            }
            assertThat(one.connections()).isEqualTo(1);
            assertThat(other.connections()).isEqualTo(1);
        }
        assertThat(atOne).hasSize(3).allMatch(head -> head.startsWith("POST /a/v1/messages HTTP/1.1\r\n"));
        assertThat(atOther).hasSize(2).allMatch(head -> head.startsWith("POST /b/v1/messages HTTP/1.1\r\n"));
    }

    private static Target target(String... urls) {
        return new Target(
                List.of(urls).stream().map(Endpoint::parse).toList(), List.of(), TlsSettings.SYSTEM, ProxyRules.NONE);
    }
}
