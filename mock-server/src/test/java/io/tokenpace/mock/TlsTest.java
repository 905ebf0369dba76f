package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server over TLS, read by clients that trust the file it writes and nothing else. */
class TlsTest {
    private static final int PATIENCE_MILLIS = 10_000;

    @TempDir
    private Path folder;

    private final List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    private Path file;
    private MockServer server;

    @BeforeEach
    void start() throws IOException {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
        file = folder.resolve("mock.pem");
        server = MockServer.start(MockOptions.of(Profiles.load("instant")).withTlsCertificate(file));
    }

    @AfterEach
    void stop() {
        server.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void shouldStreamToTheOfficialClient() throws Exception {
        TrustManager[] trust = trust();
        AnthropicClient client = AnthropicOkHttpClient.builder()
                .apiKey("any")
                .baseUrl(server.uri().toString())
                .sslSocketFactory(context(trust).getSocketFactory())
                .trustManager((X509TrustManager) trust[0])
                .maxRetries(0)
                .build();
        MessageAccumulator accumulator = MessageAccumulator.create();
        MessageCreateParams params = MessageCreateParams.builder()
                .model("claude-opus-5-5")
                .maxTokens(40)
                .addUserMessage("one two three")
                .build();
        try (StreamResponse<RawMessageStreamEvent> stream = client.messages().createStreaming(params)) {
            stream.stream().forEach(accumulator::accumulate);
        } finally {
            client.close();
        }
        assertThat(accumulator.message().usage().outputTokens()).isEqualTo(40);
        assertThat(server.uri().getScheme()).isEqualTo("https");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void shouldBearEveryNameOfTheLoopback(String name) throws Exception {
        try (SSLSocket client = connect(name)) {
            SSLParameters strict = client.getSSLParameters();
            strict.setEndpointIdentificationAlgorithm("HTTPS");
            client.setSSLParameters(strict);
            client.startHandshake();
            assertThat(client.getSession().isValid()).isTrue();
        }
    }

    @Test
    void shouldSettleForHttp11WhenAskedForMore() throws Exception {
        try (SSLSocket client = connect("localhost")) {
            SSLParameters modern = client.getSSLParameters();
            modern.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            client.setSSLParameters(modern);
            client.startHandshake();
            assertThat(client.getApplicationProtocol()).isEqualTo("http/1.1");
        }
    }

    @Test
    void shouldAnswerWholeMessagesOnOneConnection() throws Exception {
        try (SSLSocket client = connect("localhost")) {
            String body = Messages.request(3, false, "a");
            String request = "POST /v1/messages HTTP/1.1\r\nhost: mock\r\nanthropic-version: 2023-06-01\r\n"
                    + "content-length: " + body.length() + "\r\n";
            client.getOutputStream().write((request + "\r\n" + body).getBytes(US_ASCII));
            client.getOutputStream().write((request + "connection: close\r\n\r\n" + body).getBytes(US_ASCII));
            String answers = new String(client.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answers.split("\"output_tokens\":3", -1)).hasSize(3);
        }
    }

    @Test
    void shouldBeValidFromYesterdayForAMonth() throws Exception {
        X509Certificate certificate = certificate();
        certificate.checkValidity(Date.from(Instant.now().minus(Duration.ofHours(23))));
        certificate.checkValidity(Date.from(Instant.now().plus(Duration.ofDays(29))));
        assertThat(certificate.getNotAfter()).isBefore(Date.from(Instant.now().plus(Duration.ofDays(31))));
        assertThat(certificate.getBasicConstraints()).isNotNegative();
        assertThat(certificate.getPublicKey().getAlgorithm()).isEqualTo("EC");
    }

    @Test
    void shouldHandOutTheCertificateItWrites() throws IOException {
        assertThat(server.certificatePem()).hasValue(Files.readString(file));
    }

    @Test
    void shouldCloseWhenSpokenToInTheClear() throws IOException {
        try (Socket client =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.getOutputStream().write("GET /v1/models HTTP/1.1\r\nhost: mock\r\n\r\n".getBytes(US_ASCII));
            assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII))
                    .doesNotContain("HTTP");
        }
        assertThat(server.requests()).isZero();
    }

    @Test
    void shouldOutliveAClientThatDoesNotTrustIt() throws Exception {
        try (SSLSocket stranger = connect(SSLContext.getDefault(), "localhost")) {
            assertThatExceptionOfType(SSLException.class).isThrownBy(stranger::startHandshake);
        }
        try (SSLSocket client = connect("localhost")) {
            client.startHandshake();
            assertThat(client.getSession().isValid()).isTrue();
        }
    }

    @Test
    void shouldCloseWhenSpokenToOverTlsInTheClear() throws Exception {
        try (MockServer plain = MockServer.start(MockOptions.of(Profiles.load("instant")));
                SSLSocket client = (SSLSocket) context(trust())
                        .getSocketFactory()
                        .createSocket("127.0.0.1", plain.uri().getPort())) {
            client.setSoTimeout(PATIENCE_MILLIS);
            assertThatIOException().isThrownBy(client::startHandshake);
            assertThat(plain.certificatePem()).isEmpty();
        }
    }

    private SSLSocket connect(String name) throws Exception {
        return connect(context(trust()), name);
    }

    /** Comes to the address that is bound by the name given. */
    private SSLSocket connect(SSLContext context, String name) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return (SSLSocket) context.getSocketFactory().createSocket(socket, name, socket.getPort(), true);
    }

    private X509Certificate certificate() throws GeneralSecurityException, IOException {
        try (var in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private TrustManager[] trust() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("mock", certificate());
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static SSLContext context(TrustManager[] trust) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust, null);
        return context;
    }
}
