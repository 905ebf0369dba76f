package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Where the work of a TLS handshake is done, and how much of it. */
class HandshakeWorkTest {
    private static final String GOOD = RawAnswers.stream(DocumentedStreams.HELLO);

    private static Certificates certificates;

    private final Workers workers = new Workers();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.authority("Test authority");
    }

    /** Those who work on handshakes, as long as they are let. */
    private static final class Workers extends ThreadPoolExecutor {
        private final Semaphore begun = new Semaphore(0);
        private final Semaphore leave = new Semaphore(1);

        Workers() {
            super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        }

        @Override
        protected void beforeExecute(Thread thread, Runnable task) {
            begun.release();
            leave.acquireUninterruptibly();
            leave.release();
        }

        /** Holds the work back from now on. */
        void hold() {
            leave.acquireUninterruptibly();
            begun.drainPermits();
        }

        void awaitWork() throws InterruptedException {
            assertThat(begun.tryAcquire(20, TimeUnit.SECONDS))
                    .as("the handshake came for its work")
                    .isTrue();
        }

        void goOn() {
            leave.release();
        }
    }

    /** If either took the other's way, the stream would not end before the handshake does. */
    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldReadAStreamWhileAHandshakeIsWorkedOn(SslProvider provider) throws Exception {
        CountDownLatch rest = new CountDownLatch(1);
        try (RawServer streaming = RawServer.playing(certificates.listener(), peer -> {
                    peer.request();
                    peer.send(GOOD.substring(0, GOOD.length() / 2));
                    rest.await();
                    peer.send(GOOD.substring(GOOD.length() / 2));
                });
                RawServer fresh = RawServer.playing(certificates.listener(), Scripts::answerOnce);
                ClientHarness client = client(provider, streaming, fresh)) {
            CompletableFuture<Exchange> stream = client.start(0);
            workers.awaitWork();
            awaitConnections(client, 1);
            workers.hold();

            CompletableFuture<Exchange> handshake = client.start(1);
            workers.awaitWork();
            rest.countDown();

            assertThat(ClientHarness.await(stream)).readHello();
            assertThat(handshake).isNotDone();
            workers.goOn();
            assertThat(ClientHarness.await(handshake)).readHello().openedAPrivateConnection();
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "OPENSSL, TLSv1.3", "JDK, TLSv1.2", "OPENSSL, TLSv1.2"})
    void shouldResumeTheSessionOfAnEarlierConnection(SslProvider provider, String protocol) throws Exception {
        Queue<Long> sessions = new ConcurrentLinkedQueue<>();
        RawServer.Script answerAndClose = peer -> {
            Scripts.answerOnce(peer);
            sessions.add(peer.sessionMillis());
        };
        try (RawServer server = RawServer.playing(
                        certificates.listenerSpeaking(protocol), answerAndClose, answerAndClose, answerAndClose);
                ClientHarness client = client(provider, server)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.send()).readHello();
                awaitConnections(client, 0);
            }
            assertThat(server.connections()).isEqualTo(3);
        }
        assertThat(sessions).hasSize(3);
        assertThat(sessions.stream().distinct()).hasSize(1);
    }

    private static void awaitConnections(ClientHarness client, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (client.openConnections() != count && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        assertThat(client.openConnections()).isEqualTo(count);
    }

    private ClientHarness client(SslProvider provider, RawServer... servers) throws Exception {
        Assumptions.assumeTrue(provider == SslProvider.JDK || OpenSsl.isAvailable(), "no BoringSSL on this machine");
        List<Endpoint> endpoints = List.of(servers).stream()
                .map(server -> Endpoint.parse("https://127.0.0.1:" + server.port()))
                .toList();
        Platform platform = new Platform(Platform.detected().resolver(), provider, () -> workers);
        Target target = new Target(endpoints, List.of(), certificates.trusted(), ProxyRules.NONE);
        return ClientHarness.to(target, platform, ClientHarness.PATIENT);
    }
}
