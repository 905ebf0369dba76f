package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Connections that are opened before anybody has something to send. */
class HeadStartTest {
    private static final String GOOD = RawAnswers.stream(DocumentedStreams.HELLO);
    private static final RawServer.Script SERVE_ONE = peer -> {
        peer.request();
        peer.send(GOOD);
        peer.awaitClose();
    };

    @Test
    void shouldSendRequestsOnWhatWasOpenedAhead() throws Exception {
        try (RawServer server = RawServer.playing(SERVE_ONE, SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.openAhead(2)).isEmpty();
            assertThat(client.openConnections()).isEqualTo(2);
            CompletableFuture<Exchange> first = client.start();
            CompletableFuture<Exchange> second = client.start();
            assertThat(ClientHarness.await(first)).readHello().reusedAConnection();
            assertThat(ClientHarness.await(second)).readHello().reusedAConnection();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldOpenMoreThanAreOnTheirWayAtATime() throws Exception {
        RawServer.Script[] wait = new RawServer.Script[200];
        Arrays.fill(wait, (RawServer.Script) RawServer.Peer::awaitClose);
        try (RawServer server = RawServer.playing(wait);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.openAhead(wait.length)).isEmpty();
            assertThat(client.openConnections()).isEqualTo(wait.length);
        }
    }

    @Test
    void shouldSpreadThemOverTheEndpoints() throws Exception {
        try (RawServer one = RawServer.playing(SERVE_ONE);
                RawServer other = RawServer.playing(SERVE_ONE)) {
            Target target = new Target(
                    List.of(Endpoint.parse(one.url()), Endpoint.parse(other.url())),
                    List.of(),
                    TlsSettings.SYSTEM,
                    ProxyRules.NONE);
            try (ClientHarness client = ClientHarness.to(target)) {
                assertThat(client.openAhead(2)).isEmpty();
                assertThat(client.send(0)).readHello().reusedAConnection();
                assertThat(client.send(1)).readHello().reusedAConnection();
            }
        }
    }

    @Test
    void shouldSendAgainWhereTheServiceClosedWhatHadNeverBeenUsed() throws Exception {
        CountDownLatch closeNow = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(
                        peer -> {
                            closeNow.await();
                            peer.close();
                            closed.countDown();
                        },
                        SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.openAhead(1)).isEmpty();
            Exchange exchange = client.sendBetween(
                    () -> {
                        closeNow.countDown();
                        awaitQuietly(closed);
                    },
                    () -> {});
            assertThat(exchange).readHello().metStaleConnections(1);
        }
    }

    @Test
    void shouldTellInWordsWhatCouldNotBeOpened() throws Exception {
        String nobody;
        try (RawServer server = RawServer.playing()) {
            nobody = server.url();
        }
        try (ClientHarness client = ClientHarness.to(nobody)) {
            assertThat(client.openAhead(3)).hasSize(3).allMatch(words -> words.contains("refused"));
            assertThat(client.openConnections()).isZero();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
