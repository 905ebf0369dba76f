package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import io.tokenpace.bench.outcome.ErrorKind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Services in https, by Java's TLS and by BoringSSL alike. */
class TlsTest {
    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.authority("Test authority");
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldReadAnAnswerOfATrustedService(SslProvider provider) throws Exception {
        try (RawServer server = RawServer.playing(certificates.listener(), Scripts::answerOnce);
                ClientHarness client = client(server, certificates.trusted(), provider)) {
            assertThat(client.send()).readHello().openedItsConnection().openedAPrivateConnection();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldUseAConnectionAgainOnWhichTicketsCame(SslProvider provider) throws Exception {
        try (RawServer server =
                        RawServer.playing(certificates.listener(), Scripts.answerAll(new ConcurrentLinkedQueue<>()));
                ClientHarness client = client(server, certificates.trusted(), provider)) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.send()).readHello();
            }
            assertThat(client.send()).reusedAConnection();
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldKeepAnIdleConnectionOnWhichOnlyTlsItselfSpeaks(SslProvider provider) throws Exception {
        CountDownLatch renewed = new CountDownLatch(1);
        try (RawServer server = RawServer.playing(certificates.listener(), peer -> {
                    Scripts.answerOnce(peer);
                    peer.renewKeys();
                    renewed.countDown();
                    Scripts.answerOnce(peer);
                });
                ClientHarness client = client(server, certificates.trusted(), provider)) {
            assertThat(client.send()).readHello();
            renewed.await();
            // Each question takes the loop once round, and so past what the socket holds by now.
            assertThat(client.openConnections()).isEqualTo(1);
            assertThat(client.openConnections()).isEqualTo(1);
            assertThat(client.send()).readHello().reusedAConnection();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldSendAgainWhereTheServiceHadClosedWithATlsAlert(SslProvider provider) throws Exception {
        StaleConnectionTest.Signals at = new StaleConnectionTest.Signals();
        try (RawServer server = RawServer.playing(
                        certificates.listener(), at.serveOneThen(RawServer.Peer::halfClose), Scripts::answerOnce);
                ClientHarness client = client(server, certificates.trusted(), provider)) {
            assertThat(client.send()).readHello();
            assertThat(client.sendBetween(at::close, () -> {})).readHello().metStaleConnections(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, Other authority", "OPENSSL, Other authority", "JDK, Test authority", "OPENSSL, Test authority"})
    void shouldRefuseAnIssuerThatIsNotTheOneTrusted(SslProvider provider, String trusted) throws Exception {
        TlsSettings settings = Certificates.authority(trusted).trusted();
        assertThat(sendTo(certificates.listener(), settings, provider))
                .failedWith(ErrorKind.TLS)
                .says("signed by nobody who is trusted here");
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldTrustOnlyTheSystemsAuthoritiesByDefault(SslProvider provider) throws Exception {
        assertThat(sendTo(certificates.listener(), TlsSettings.SYSTEM, provider))
                .failedWith(ErrorKind.TLS)
                .says("signed by nobody who is trusted here");
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldRefuseACertificateForAnotherName(SslProvider provider) throws Exception {
        assertThat(sendTo(certificates.listenerAs("other.test"), certificates.trusted(), provider))
                .failedWith(ErrorKind.TLS)
                .says("is not one for 127.0.0.1");
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldRefuseAnExpiredCertificate(SslProvider provider) throws Exception {
        assertThat(sendTo(certificates.expiredListener(), certificates.trusted(), provider))
                .failedWith(ErrorKind.TLS)
                .says("has expired");
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldTakeAnyCertificateWhenNothingIsVerified(SslProvider provider) throws Exception {
        assertThat(sendTo(certificates.listenerAs("other.test"), TlsSettings.UNVERIFIED, provider))
                .readHello();
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldSayThatAServiceSpeaksPlainHttp(SslProvider provider) throws Exception {
        ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (RawServer server = RawServer.playing(
                        plain, peer -> peer.send("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n"));
                ClientHarness client = client(server, TlsSettings.SYSTEM, provider)) {
            assertThat(client.send()).failedWith(ErrorKind.TLS).says("answered in plain http");
        }
    }

    @Test
    void shouldFailWhenAPlainRequestMeetsTls() throws Exception {
        try (RawServer server = RawServer.playing(certificates.listener(), Scripts::answerOnce);
                ClientHarness client = ClientHarness.to(server.url())) {
            assertThat(client.send()).failedWith(ErrorKind.MALFORMED);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldGiveUpAHandshakeThatStaysSilent(SslProvider provider) throws Exception {
        Timeouts hasty = new Timeouts(
                Duration.ofMillis(100), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
        ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (RawServer server = RawServer.playing(plain, RawServer.Peer::awaitClose);
                ClientHarness client = client(server, TlsSettings.SYSTEM, provider, hasty)) {
            assertThat(client.send()).failedWith(ErrorKind.TLS).says("no TLS handshake within 100 ms");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"JDK", "OPENSSL"})
    void shouldSayThatTheServiceClosedWithinTheHandshake(SslProvider provider) throws Exception {
        ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (RawServer server = RawServer.playing(plain, peer -> {});
                ClientHarness client = client(server, TlsSettings.SYSTEM, provider)) {
            assertThat(client.send()).failedWith(ErrorKind.TLS);
        }
    }

    private static Exchange sendTo(ServerSocket listener, TlsSettings settings, SslProvider provider) throws Exception {
        try (RawServer server = RawServer.playing(listener, Scripts::answerOnce);
                ClientHarness client = client(server, settings, provider)) {
            return client.send();
        }
    }

    private static ClientHarness client(RawServer server, TlsSettings settings, SslProvider provider) throws Exception {
        return client(server, settings, provider, ClientHarness.PATIENT);
    }

    private static ClientHarness client(RawServer server, TlsSettings settings, SslProvider provider, Timeouts timeouts)
            throws Exception {
        Assumptions.assumeTrue(provider == SslProvider.JDK || OpenSsl.isAvailable(), "no BoringSSL on this machine");
        Endpoint endpoint = Endpoint.parse("https://127.0.0.1:" + server.port());
        Platform platform = new Platform(Platform.detected().resolver(), provider);
        return ClientHarness.to(
                new Target(List.of(endpoint), List.of(), settings, ProxyRules.NONE), platform, timeouts);
    }
}
