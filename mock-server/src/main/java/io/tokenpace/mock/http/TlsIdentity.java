package io.tokenpace.mock.http;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.ExtendedKeyUsage;
import io.netty.pkitesting.CertificateBuilder.KeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/**
 * Who a server is over TLS: a key made when it starts and never written anywhere, and the certificate that this key
 * signed itself.
 */
public final class TlsIdentity implements Encryption {
    private static final String SUBJECT = "CN=Tokenpace mock server";
    /** A client whose clock lags behind must find the certificate valid too. */
    private static final Duration BACKDATED = Duration.ofDays(1);

    private static final Duration VALID = Duration.ofDays(30);

    private final X509Bundle made;
    private final SslContext context;

    private TlsIdentity(X509Bundle made, SslContext context) {
        this.made = made;
        this.context = context;
    }

    /** Makes a key and a certificate for a server that is bound to {@code host}. */
    public static Encryption selfSigned(String host, Instant now) {
        try {
            X509Bundle made = sign(CertificateNames.of(host, CertificateNames.machine()), now);
            SslContext context = SslContextBuilder.forServer(made.getKeyPair().getPrivate(), made.getCertificate())
                    .sslProvider(SslProvider.JDK)
                    .applicationProtocolConfig(onlyHttp11())
                    .build();
            return new TlsIdentity(made, context);
        } catch (Exception e) {
            throw new IllegalStateException("this Java cannot make a certificate for TLS: " + e.getMessage(), e);
        }
    }

    @Override
    public String certificatePem() {
        return made.getCertificatePEM();
    }

    @Override
    public SocketFactory trustingSockets() {
        try {
            SSLContext client = SSLContext.getInstance("TLS");
            client.init(null, made.toTrustManagerFactory().getTrustManagers(), null);
            return client.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot trust a certificate of its own: " + e.getMessage(), e);
        }
    }

    @Override
    public void endOutput(Channel channel) {
        channel.pipeline().get(SslHandler.class).closeOutbound();
        channel.flush();
    }

    @Override
    public ChannelHandler newHandler(ByteBufAllocator allocator) {
        return context.newHandler(allocator);
    }

    /** A certificate authority by its flag, because some clients take nothing else for one to trust. */
    private static X509Bundle sign(CertificateNames names, Instant now) throws Exception {
        CertificateBuilder certificate = new CertificateBuilder()
                .ecp256()
                .subject(SUBJECT)
                .notBefore(now.minus(BACKDATED))
                .notAfter(now.plus(VALID))
                .setIsCertificateAuthority(true)
                .setKeyUsage(true, KeyUsage.digitalSignature, KeyUsage.keyCertSign)
                .addExtendedKeyUsage(ExtendedKeyUsage.PKIX_KP_SERVER_AUTH);
        names.domains().forEach(certificate::addSanDnsName);
        names.addresses().forEach(certificate::addSanIpAddress);
        return certificate.buildSelfSigned();
    }

    private static ApplicationProtocolConfig onlyHttp11() {
        return new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_1_1);
    }
}
