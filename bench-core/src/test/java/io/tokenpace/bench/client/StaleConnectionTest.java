package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.outcome.ErrorKind;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that met an idle connection which the service had closed is sent once more, and counted. */
class StaleConnectionTest {
    private static final String GOOD = RawAnswers.stream(DocumentedStreams.HELLO);
    private static final RawServer.Script SERVE_ONE = peer -> {
        peer.request();
        peer.send(GOOD);
        peer.awaitClose();
    };

    @Test
    void shouldSendAgainOnFreshConnectionWhenIdleOneWasClosed() throws Exception {
        Signals at = new Signals();
        try (RawServer server = RawServer.playing(at.serveOneThen(RawServer.Peer::close), SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            Exchange exchange = client.sendBetween(at::close, () -> {});
            assertThat(exchange).readHello().metStaleConnections(1).openedItsConnection();
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void shouldSendAgainOnFreshConnectionWhenIdleOneWasReset() throws Exception {
        Signals at = new Signals();
        try (RawServer server = RawServer.playing(at.serveOneThen(RawServer.Peer::reset), SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            assertThat(client.sendBetween(at::close, () -> {})).readHello().metStaleConnections(1);
        }
    }

    @Test
    void shouldNotSendThirdTimeWhenFreshConnectionClosesToo() throws Exception {
        Signals at = new Signals();
        try (RawServer server =
                        RawServer.playing(at.serveOneThen(RawServer.Peer::close), RawServer.Peer::request, SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            Exchange exchange = client.sendBetween(at::close, () -> {});
            assertThat(exchange).failedWith(ErrorKind.TRUNCATED).metStaleConnections(1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTT", "HTTP/1.1 200 OK\r\ncontent-ty", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n"})
    void shouldNotSendAgainWhenBytesOfAnAnswerHadCome(String bytes) throws Exception {
        try (RawServer server = RawServer.playing(
                        peer -> {
                            peer.request();
                            peer.send(GOOD);
                            peer.request();
                            peer.send(bytes);
                        },
                        SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).readHello();
            assertThat(client.send()).failedWith(ErrorKind.TRUNCATED).metStaleConnections(0);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldNotSendAgainWhenServiceHadTheRequestForLong() throws Exception {
        AtomicLong skipped = new AtomicLong();
        NanoClock clock = () -> System.nanoTime() + skipped.get();
        try (RawServer server = RawServer.playing(
                        peer -> {
                            peer.request();
                            peer.send(GOOD);
                            peer.request();
                            skipped.set(5_000_000_000L);
                        },
                        SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url(), ClientHarness.PATIENT, "Hello.", clock)) {
            assertThat(client.send()).readHello();
            assertThat(client.send()).failedWith(ErrorKind.TRUNCATED).metStaleConnections(0);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void shouldBookStaleConnectionAsNeverBusy() throws Exception {
        long unseenNanos = 900_000_000;
        AtomicLong skipped = new AtomicLong();
        NanoClock clock = () -> System.nanoTime() + skipped.get();
        Signals at = new Signals();
        try (RawServer server = RawServer.playing(at.serveOneThen(RawServer.Peer::close), SERVE_ONE);
                ClientHarness client = ClientHarness.to(server.url(), ClientHarness.PATIENT, "Hello.", clock)) {
            assertThat(client.send()).readHello();
            Exchange exchange = client.sendBetween(at::close, () -> skipped.set(unseenNanos));
            assertThat(exchange).readHello().metStaleConnections(1);
            assertThat(exchange.sentNanos() - exchange.intendedNanos()).isGreaterThanOrEqualTo(unseenNanos);
            assertThat(client.loop().gauge().readAt(clock.nanoTime()).integralNanos())
                    .isLessThan(unseenNanos);
        }
    }

    /** Lets a server close a connection between two requests, at a moment the test chooses. */
    static final class Signals {
        private final CountDownLatch closeNow = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);

        RawServer.Script serveOneThen(RawServer.Script close) {
            return peer -> {
                peer.request();
                peer.send(GOOD);
                closeNow.await();
                close.play(peer);
                closed.countDown();
            };
        }

        /** Makes the server close, and returns once it has. */
        void close() {
            closeNow.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
