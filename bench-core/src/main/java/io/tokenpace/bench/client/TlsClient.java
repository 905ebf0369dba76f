package io.tokenpace.bench.client;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import javax.net.ssl.SSLException;

/** The client's side of TLS: 1.2 and later, and HTTP/1.1 within it. Shared by all event loops. */
final class TlsClient {
    private final SslContext context;

    private TlsClient(SslContext context) {
        this.context = context;
    }

    static TlsClient of(TlsSettings settings, SslProvider provider) {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .sslProvider(provider)
                .protocols("TLSv1.3", "TLSv1.2")
                .applicationProtocolConfig(onlyHttp11());
        if (!settings.verified()) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE).endpointIdentificationAlgorithm(null);
        } else {
            builder.endpointIdentificationAlgorithm("HTTPS");
            if (!settings.authorities().isEmpty()) {
                builder.trustManager(settings.authorities());
            }
        }
        try {
            return new TlsClient(builder.build());
        } catch (SSLException e) {
            throw new IllegalStateException("this Java cannot speak TLS: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the handler for a connection to an endpoint. It sets no time-out of its own: the one for connecting holds
     * for the handshake as well.
     */
    SslHandler newHandler(ByteBufAllocator allocator, Endpoint endpoint) {
        SslHandler handler = context.newHandler(allocator, endpoint.bareHost(), endpoint.port());
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }

    private static ApplicationProtocolConfig onlyHttp11() {
        return new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_1_1);
    }
}
