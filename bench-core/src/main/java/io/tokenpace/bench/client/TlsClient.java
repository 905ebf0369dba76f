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
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLException;

/**
 * The client's side of TLS: 1.2 and later, and HTTP/1.1 within it. Shared by all event loops.
 *
 * <p>What takes long in a handshake, such as the check of a certificate, is done by threads of its own: on an event loop
 * every stream there would be read late meanwhile. Only the handshake has such work; what comes after it is decrypted on
 * the loop. A service that was spoken to before, and offers it, is not checked again: its session is resumed.
 */
final class TlsClient implements AutoCloseable {
    /** One slow check does not hold up all others; more threads would take the event loops' processors. */
    private static final int HANDSHAKERS = 2;

    private final SslContext context;
    private final ExecutorService handshakers;

    private TlsClient(SslContext context, ExecutorService handshakers) {
        this.context = context;
        this.handshakers = handshakers;
    }

    /** Returns who works on handshakes; no thread begins before the first of them. */
    static ExecutorService newHandshakers() {
        return Executors.newFixedThreadPool(HANDSHAKERS, new DefaultThreadFactory("tls-handshake", true));
    }

    /** @param handshakers are closed with it */
    static TlsClient of(TlsSettings settings, SslProvider provider, ExecutorService handshakers) {
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
            return new TlsClient(builder.build(), handshakers);
        } catch (SSLException e) {
            throw new IllegalStateException("this Java cannot speak TLS: " + e.getMessage(), e);
        }
    }

    /**
     * Returns the handler for a connection to an endpoint. It sets no time-out of its own: the one for connecting holds
     * for the handshake as well.
     */
    SslHandler newHandler(ByteBufAllocator allocator, Endpoint endpoint) {
        SslHandler handler = context.newHandler(allocator, endpoint.bareHost(), endpoint.port(), handshakers);
        handler.setHandshakeTimeoutMillis(0);
        return handler;
    }

    /** To be called when no connection is open any more. */
    @Override
    public void close() {
        handshakers.shutdownNow();
    }

    private static ApplicationProtocolConfig onlyHttp11() {
        return new ApplicationProtocolConfig(
                Protocol.ALPN,
                SelectorFailureBehavior.NO_ADVERTISE,
                SelectedListenerFailureBehavior.ACCEPT,
                ApplicationProtocolNames.HTTP_1_1);
    }
}
