package io.tokenpace.bench.client;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslProvider;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/**
 * What the machine offers to reach a service with.
 *
 * @param resolver finds addresses
 * @param tls speaks TLS
 * @param handshakers makes those who do a client's work on handshakes
 */
record Platform(Resolver resolver, SslProvider tls, Supplier<ExecutorService> handshakers) {
    Platform(Resolver resolver, SslProvider tls) {
        this(resolver, tls, TlsClient::newHandshakers);
    }

    /** This machine: BoringSSL where it can be loaded, else Java's own TLS, which takes more time and memory. */
    static Platform detected() {
        return new Platform(
                host -> List.of(InetAddress.getAllByName(host)),
                OpenSsl.isAvailable() ? SslProvider.OPENSSL : SslProvider.JDK);
    }
}
