package io.tokenpace.bench.client;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.KeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** An authority that signs certificates for 127.0.0.1 and service.test, and servers that show them. */
final class Certificates {
    private static final Duration DAY = Duration.ofDays(1);

    private final X509Bundle authority;

    private Certificates(X509Bundle authority) {
        this.authority = authority;
    }

    static Certificates authority(String name) throws Exception {
        return new Certificates(new CertificateBuilder()
                .ecp256()
                .subject("CN=" + name)
                .setIsCertificateAuthority(true)
                .setKeyUsage(true, KeyUsage.keyCertSign)
                .buildSelfSigned());
    }

    /** Returns settings that trust this authority and no other. */
    TlsSettings trusted() {
        return new TlsSettings(List.of(authority.getCertificate()), true);
    }

    String pem() {
        return authority.getCertificatePEM();
    }

    ServerSocket listener() throws Exception {
        return listening(valid().addSanIpAddress("127.0.0.1").addSanDnsName("service.test"));
    }

    /** Returns one that speaks this version of TLS alone. */
    ServerSocket listenerSpeaking(String protocol) throws Exception {
        ServerSocket listener = listener();
        ((SSLServerSocket) listener).setEnabledProtocols(new String[] {protocol});
        return listener;
    }

    ServerSocket listenerAs(String otherName) throws Exception {
        return listening(valid().addSanDnsName(otherName));
    }

    ServerSocket expiredListener() throws Exception {
        Instant now = Instant.now();
        return listening(new CertificateBuilder()
                .notBefore(now.minus(DAY.multipliedBy(2)))
                .notAfter(now.minus(DAY))
                .addSanIpAddress("127.0.0.1"));
    }

    private static CertificateBuilder valid() {
        Instant now = Instant.now();
        return new CertificateBuilder().notBefore(now.minus(DAY)).notAfter(now.plus(DAY));
    }

    private ServerSocket listening(CertificateBuilder certificate) throws Exception {
        X509Bundle shown = certificate
                .ecp256()
                .subject("CN=Test service")
                .setKeyUsage(true, KeyUsage.digitalSignature)
                .addExtendedKeyUsageServerAuth()
                .buildIssuedBy(authority);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.toKeyManagerFactory().getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
