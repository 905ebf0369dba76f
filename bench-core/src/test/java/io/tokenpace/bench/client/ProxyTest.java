package io.tokenpace.bench.client;

import static io.tokenpace.bench.client.ExchangeAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.outcome.ErrorKind;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Services that are reached through a proxy; only the proxy, and 127.0.0.1, has a name that this machine knows. */
class ProxyTest {
    private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";
    private static final int[] SOCKS_DONE = {5, 0, 0, 1, 0, 0, 0, 0, 0, 0};

    private static Certificates certificates;

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.authority("Test authority");
    }

    @Test
    void shouldTunnelHttpsToANameThatTheProxyLooksUp() throws Exception {
        try (RawServer service = RawServer.playing(certificates.listener(), Scripts::answerOnce);
                RawServer proxy = RawServer.playing(peer -> {
                    seen.add(peer.head());
                    peer.send(ESTABLISHED);
                    peer.relayTo(service);
                });
                ClientHarness client = client("https://service.test:8443", proxy.url())) {
            assertThat(client.send()).readHello().openedAPrivateConnection();
        }
        assertThat(seen.remove().lines())
                .startsWith("CONNECT service.test:8443 HTTP/1.1")
                .contains("host: service.test:8443")
                .noneMatch(line -> line.startsWith("proxy-authorization"));
    }

    @Test
    void shouldShowTheProxyWhoAsks() throws Exception {
        try (RawServer service = RawServer.playing(certificates.listener(), Scripts::answerOnce);
                RawServer proxy = RawServer.playing(peer -> {
                    seen.add(peer.head());
                    peer.send(ESTABLISHED);
                    peer.relayTo(service);
                });
                ClientHarness client = client("https://service.test:8443", withAccount(proxy.url()))) {
            assertThat(client.send()).readHello();
        }
        // echo -n 'me:open:sesame' | base64
        assertThat(seen.remove().lines()).contains("proxy-authorization: Basic bWU6b3BlbjpzZXNhbWU=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"502 Bad Gateway", "403 Forbidden"})
    void shouldBlameTheProxyWhichRefusesATunnel(String status) throws Exception {
        try (RawServer proxy = RawServer.playing(peer -> {
                    peer.head();
                    peer.send("HTTP/1.1 " + status + "\r\ncontent-length: 0\r\n\r\n");
                });
                ClientHarness client = client("https://service.test", withAccount(proxy.url()))) {
            Exchange exchange = client.send();
            assertThat(exchange).failedWith(ErrorKind.CONNECT).hasStatus(0);
            assertThat(exchange.errorText())
                    .isEqualTo("the proxy " + proxy.url() + " refused the connection: " + status);
        }
    }

    @Test
    void shouldSayThatTheProxyDoesNotTakeTheAccountForATunnel() throws Exception {
        try (RawServer proxy = RawServer.playing(peer -> {
                    peer.head();
                    peer.send("HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n");
                });
                ClientHarness client = client("https://service.test", withAccount(proxy.url()))) {
            Exchange exchange = client.send();
            assertThat(exchange).failedWith(ErrorKind.CONNECT).hasStatus(0);
            assertThat(exchange.errorText())
                    .isEqualTo("the proxy " + proxy.url() + " does not take the account that it was given (407)");
        }
    }

    @Test
    void shouldHandPlainRequestsToTheProxyWhole() throws Exception {
        try (RawServer proxy = RawServer.playing(Scripts.answerAll(seen));
                ClientHarness client = client("http://service.test:8080/base", withAccount(proxy.url()))) {
            assertThat(client.send()).readHello().openedItsConnection();
            assertThat(client.send()).readHello().reusedAConnection();
        }
        assertThat(seen).hasSize(2);
        assertThat(seen.remove().lines())
                .startsWith("POST http://service.test:8080/base/v1/messages HTTP/1.1", "host: service.test:8080")
                .contains("proxy-authorization: Basic bWU6b3BlbjpzZXNhbWU=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"403 Forbidden", "502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout"})
    void shouldNameTheProxyBesideTheServiceWhereEitherMaySpeak(String status) throws Exception {
        try (RawServer proxy = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.answer(status, "application/json", "{\"error\":{\"message\":\"No way\"}}"));
                });
                ClientHarness client = client("http://service.test", proxy.url())) {
            Exchange exchange = client.send();
            assertThat(exchange).failedWith(ErrorKind.ofStatus(exchange.status()));
            assertThat(exchange.errorText())
                    .isEqualTo("HTTP " + status.substring(0, 3) + " through the proxy " + proxy.url()
                            + " (it, or the service behind it): No way");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"401 Unauthorized", "404 Not Found", "429 Too Many Requests", "529 Overloaded"})
    void shouldLeaveTheServiceItsOwnRefusalsBehindAProxy(String status) throws Exception {
        try (RawServer proxy = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.answer(status, "application/json", "{\"error\":{\"message\":\"No way\"}}"));
                });
                ClientHarness client = client("http://service.test", proxy.url())) {
            assertThat(client.send().errorText()).isEqualTo("No way");
        }
    }

    @Test
    void shouldBlameTheProxyWhichLetsNoPlainRequestThrough() throws Exception {
        try (RawServer proxy = RawServer.playing(peer -> {
                    peer.request();
                    peer.send(RawAnswers.answer("407 Proxy Authentication Required", "text/html", "Who are you?"));
                });
                ClientHarness client = client("http://service.test", proxy.url())) {
            Exchange exchange = client.send();
            assertThat(exchange).failedWith(ErrorKind.CONNECT).hasStatus(407);
            assertThat(exchange.errorText())
                    .isEqualTo("the proxy " + proxy.url()
                            + " wants an account (407), as in http://user:password@127.0.0.1:" + proxy.port());
        }
    }

    @Test
    void shouldLetASocksProxyLookUpNames() throws Exception {
        try (RawServer service = RawServer.playing(Scripts::answerOnce);
                RawServer proxy = RawServer.playing(peer -> {
                    seen.add(hex(peer.read(3)));
                    peer.send(5, 0);
                    seen.add(hex(peer.read(5)));
                    seen.add(new String(peer.read(12), UTF_8));
                    seen.add(hex(peer.read(2)));
                    peer.send(SOCKS_DONE);
                    peer.relayTo(service);
                });
                ClientHarness client = client("http://service.test:8080", socks("socks5h", proxy))) {
            assertThat(client.send()).readHello();
        }
        assertThat(seen).containsExactly("050100", "050100030c", "service.test", "1f90");
    }

    @Test
    void shouldLookUpNamesForASocksProxyThatDoesNot() throws Exception {
        try (RawServer service = RawServer.playing(certificates.listener(), Scripts::answerOnce);
                RawServer proxy = RawServer.playing(peer -> {
                    peer.read(3);
                    peer.send(5, 0);
                    seen.add(hex(peer.read(10)));
                    peer.send(SOCKS_DONE);
                    peer.relayTo(service);
                });
                ClientHarness client = client("https://127.0.0.1:8443", socks("socks5", proxy))) {
            assertThat(client.send()).readHello().openedAPrivateConnection();
        }
        assertThat(seen).containsExactly("050100017f00000120fb");
    }

    @Test
    void shouldShowASocksProxyWhoAsks() throws Exception {
        try (RawServer service = RawServer.playing(Scripts::answerOnce);
                RawServer proxy = RawServer.playing(peer -> {
                    peer.read(4);
                    peer.send(5, 2);
                    seen.add(new String(peer.read(16), UTF_8));
                    peer.send(1, 0);
                    peer.read(10);
                    peer.send(SOCKS_DONE);
                    peer.relayTo(service);
                });
                ClientHarness client = client("http://127.0.0.1:8080", withAccount(socks("socks5", proxy)))) {
            assertThat(client.send()).readHello();
        }
        assertThat(seen).containsExactly("\1\2me\13open:sesame");
    }

    @Test
    void shouldBlameTheSocksProxyWhichRefuses() throws Exception {
        try (RawServer proxy = RawServer.playing(peer -> {
                    peer.read(3);
                    peer.send(5, 0);
                    peer.read(10);
                    peer.send(5, 5, 0, 1, 0, 0, 0, 0, 0, 0);
                });
                ClientHarness client = client("http://127.0.0.1:8080", socks("socks5", proxy))) {
            assertThat(client.send())
                    .failedWith(ErrorKind.CONNECT)
                    .says("the proxy " + socks("socks5", proxy) + " refused the connection: ");
        }
    }

    @Test
    void shouldGiveUpAProxyThatStaysSilent() throws Exception {
        try (RawServer proxy = RawServer.playing(RawServer.Peer::awaitClose);
                ClientHarness client = client("https://service.test", proxy.url(), Duration.ofMillis(100))) {
            assertThat(client.send()).failedWith(ErrorKind.CONNECT).says("no connection within 100 ms");
        }
    }

    private static String withAccount(String url) {
        return url.replace("://", "://me:open%3asesame@");
    }

    private static String socks(String scheme, RawServer proxy) {
        return proxy.url().replace("http", scheme);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static ClientHarness client(String url, String proxy) throws Exception {
        return client(url, proxy, Duration.ofSeconds(10));
    }

    private static ClientHarness client(String url, String proxy, Duration connectTimeout) throws Exception {
        Resolver resolver = host -> {
            if (!host.equals("127.0.0.1")) {
                throw new UnknownHostException(host);
            }
            return List.of(InetAddress.getLoopbackAddress());
        };
        Target target = new Target(
                List.of(Endpoint.parse(url)),
                List.of(),
                certificates.trusted(),
                ProxyRules.always(Proxy.parse("proxy", proxy)));
        Timeouts timeouts =
                new Timeouts(connectTimeout, Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20));
        return ClientHarness.to(
                target, new Platform(resolver, Platform.detected().tls()), timeouts);
    }
}
