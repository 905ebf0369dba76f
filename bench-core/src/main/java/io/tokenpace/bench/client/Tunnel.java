package io.tokenpace.bench.client;

import io.netty.handler.proxy.HttpProxyHandler;
import io.netty.handler.proxy.ProxyHandler;
import io.netty.handler.proxy.Socks5ProxyHandler;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A proxy that passes on bytes without reading them. */
final class Tunnel {
    /** What Netty says of a refusal: protocol, authentication, proxy => destination, and then the reason. */
    private static final Pattern REFUSAL = Pattern.compile(".* => [^,]*, (?:status: )?(.*)", Pattern.DOTALL);

    private static final String WANTS_ACCOUNT = "407";

    private final Proxy proxy;

    Tunnel(Proxy proxy) {
        this.proxy = proxy;
    }

    /**
     * Returns the handler that asks the proxy for the connection. It sets no time-out of its own: the one for connecting
     * holds for it as well.
     *
     * @param address one of the proxy's
     */
    ProxyHandler newHandler(InetSocketAddress address) {
        ProxyHandler handler = switch (proxy.kind()) {
            case HTTP ->
                proxy.user().isEmpty()
                        ? new HttpProxyHandler(address)
                        : new HttpProxyHandler(address, proxy.user(), proxy.password());
            // Empty ones mean that no authentication is offered.
            case SOCKS5, SOCKS5H -> new Socks5ProxyHandler(address, proxy.user(), proxy.password());
        };
        handler.setConnectTimeoutMillis(0);
        return handler;
    }

    /** Says in one sentence why the proxy did not let a connection through. */
    String describe(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        Matcher refusal = REFUSAL.matcher(message);
        String reason = refusal.matches() ? refusal.group(1) : message;
        return reason.startsWith(WANTS_ACCOUNT)
                ? proxy.refusalOfAccount()
                : "the proxy " + proxy + " refused the connection: " + reason;
    }
}
