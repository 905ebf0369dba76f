package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class Ipv6Test {
    private static final byte[] LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    @Test
    void shouldSendToALiteralAddress() throws Exception {
        Queue<String> requests = new ConcurrentLinkedQueue<>();
        try (RawServer server = RawServer.playing(listener(), Scripts.answerAll(requests));
                ClientHarness client = ClientHarness.to("http://[::1]:" + server.port())) {
            assertThat(client.send()).readHello();
            assertThat(requests.remove().lines()).contains("host: [::1]:" + server.port());
        }
    }

    private static ServerSocket listener() throws IOException {
        try {
            return new ServerSocket(0, 50, InetAddress.getByAddress(LOOPBACK));
        } catch (IOException e) {
            Assumptions.abort("no IPv6 on this machine: " + e.getMessage());
            throw e;
        }
    }
}
