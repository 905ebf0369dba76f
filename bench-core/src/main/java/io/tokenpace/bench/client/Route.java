package io.tokenpace.bench.client;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How an endpoint is reached, found out once, before the first request.
 *
 * @param endpoint where it leads
 * @param hops the addresses to choose from; at least one
 * @param tunnel what it leads through, if anything
 * @param tls what makes the connection private, if anything does
 */
record Route(Endpoint endpoint, List<Hop> hops, Optional<Tunnel> tunnel, Optional<TlsClient> tls) {
    Route {
        hops = List.copyOf(hops);
    }

    /**
     * Finds the way to each endpoint.
     *
     * @throws UnknownHostException whose message is the name that nobody knows
     */
    static List<Route> findAll(Target target, Platform platform) throws UnknownHostException {
        Optional<TlsClient> tls = target.first().tls()
                ? Optional.of(TlsClient.of(
                        target.tls(), platform.tls(), platform.handshakers().get()))
                : Optional.empty();
        List<Route> routes = new ArrayList<>();
        for (Endpoint endpoint : target.endpoints()) {
            Optional<Proxy> proxy = target.proxies().proxyFor(endpoint);
            List<Hop> hops = proxy.isPresent()
                    ? through(proxy.get(), endpoint, platform.resolver())
                    : addresses(endpoint.host(), endpoint.port(), platform.resolver()).stream()
                            .map(Hop::to)
                            .toList();
            Optional<Tunnel> tunnel = proxy.filter(it -> !it.forwards(endpoint)).map(Tunnel::new);
            routes.add(new Route(endpoint, hops, tunnel, tls));
        }
        return routes;
    }

    private static List<Hop> through(Proxy proxy, Endpoint endpoint, Resolver resolver) throws UnknownHostException {
        Stream<InetSocketAddress> proxies = addresses(proxy.host(), proxy.port(), resolver).stream();
        if (proxy.forwards(endpoint)) {
            return proxies.map(Hop::to).toList();
        }
        List<InetSocketAddress> destinations = proxy.kind() == Proxy.Kind.SOCKS5
                ? addresses(endpoint.host(), endpoint.port(), resolver)
                : List.of(InetSocketAddress.createUnresolved(endpoint.bareHost(), endpoint.port()));
        return proxies.flatMap(address -> destinations.stream().map(to -> new Hop(address, to)))
                .toList();
    }

    private static List<InetSocketAddress> addresses(String host, int port, Resolver resolver)
            throws UnknownHostException {
        try {
            return resolver.lookUp(host).stream()
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        } catch (UnknownHostException e) {
            UnknownHostException named = new UnknownHostException(host);
            named.initCause(e);
            throw named;
        }
    }
}
