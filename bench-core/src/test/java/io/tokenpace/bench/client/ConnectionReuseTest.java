package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an idle connection is used again, and when it is dropped. */
class ConnectionReuseTest {
    private static final String GOOD = RawAnswers.stream(DocumentedStreams.HELLO);
    private static final RawServer.Script SERVE_ONE = peer -> {
        peer.request();
        peer.send(GOOD);
        peer.awaitClose();
    };

    @ParameterizedTest
    @ValueSource(strings = {"x", "\r\n", "HTTP/1.1 408 Request Timeout\r\ncontent-length: 0\r\n\r\n"})
    void shouldDropIdleConnectionOnWhichBytesArrive(String bytes) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch dropped = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(
                        peer -> {
                            peer.request();
                            peer.send(GOOD);
                            ended.await();
                            peer.send(bytes);
                            peer.awaitClose();
                            dropped.countDown();
                        },
                        SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            ended.countDown();
            dropped.await();
            assertThat(client.send()).readHello().openedItsConnection().metStaleConnections(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 500 Oops\r\ncontent-length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\ndata: {\"type\": oops}\n\n",
                "HTTP/1.1 50",
                "rubbish\r\n\r\n"
            })
    void shouldKeepAnswerApartFromWhatIsPipelinedBehindIt(String surplus) throws Exception {
        try (RawServer server = RawServer.playing(
                        peer -> {
                            peer.request();
                            peer.send(GOOD + surplus);
                            peer.awaitClose();
                        },
                        SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            assertThat(client.send()).readHello().openedItsConnection().metStaleConnections(0);
        }
    }

    @Test
    void shouldSendEachRequestOnItsOwnConnectionWhereAskedThoughTheServiceWouldGoOn() throws Exception {
        AtomicReference<String> request = new AtomicReference<>();
        RawServer.Script noteAndServe = peer -> {
            request.set(peer.request());
            peer.send(GOOD);
            peer.awaitClose();
        };
        try (RawServer server = RawServer.playing(noteAndServe, noteAndServe)) {
            Target target = new Target(
                    List.of(Endpoint.parse(server.url())),
                    List.of(Target.ONE_EACH),
                    TlsSettings.SYSTEM,
                    ProxyRules.NONE);
            try (ClientHarness client = ClientHarness.to(target)) {
                assertThat(client.send()).readHello();
                assertThat(client.send()).readHello().openedItsConnection().metStaleConnections(0);
            }
        }
        assertThat(request.get()).contains("\r\nconnection: close\r\n");
    }

    @Test
    void shouldUseConnectionAgainAfterRefusal() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.answer("529 Overloaded", "application/json", "{}"));
                    peer.request();
                    peer.send(GOOD);
                    peer.awaitClose();
                });
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).failedWith(ErrorKind.OVERLOADED);
            assertThat(client.send()).readHello().reusedAConnection();
            assertThat(client.openConnections()).isOne();
        }
    }

    @Test
    void shouldForgetHalfAnEventOfTheAnswerBefore() throws Exception {
        try (RawServer server = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.stream(DocumentedStreams.HELLO + "data: {\"type\": \"mess"));
                    peer.request();
                    peer.send(GOOD);
                    peer.awaitClose();
                });
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            assertThat(client.send()).readHello().reusedAConnection();
        }
    }

    @Test
    void shouldTellEveryListenerWhenAllIsCancelled() throws Exception {
        try (RawServer server = RawServer.playing(RawServer.Peer::awaitClose, RawServer.Peer::awaitClose);
                ClientHarness client = ClientHarness.to(server.url())) {
            var one = client.start();
            var other = client.start();
            client.loop().execute(client.loop()::cancelAll);
            assertThat(ClientHarness.await(one).cancelled()).isTrue();
            assertThat(ClientHarness.await(other).cancelled()).isTrue();
            assertThat(one.get().error()).isEmpty();
        }
    }
}
