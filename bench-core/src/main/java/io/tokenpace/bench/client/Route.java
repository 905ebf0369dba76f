package io.tokenpace.bench.client;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an endpoint is reached, found out once, before the first request.
 *
 * @param endpoint where it leads
 * @param hops the addresses to choose from; at least one
 * @param tls what makes the connection private, if anything does
 */
record Route(Endpoint endpoint, List<Hop> hops, Optional<TlsClient> tls) {
    Route {
        hops = List.copyOf(hops);
    }

    /**
     * Finds the way to each endpoint.
     *
     * @throws UnknownHostException whose message is the name that nobody knows
     */
    static List<Route> findAll(Target target, Platform platform) throws UnknownHostException {
        Optional<TlsClient> tls =
                target.first().tls() ? Optional.of(TlsClient.of(target.tls(), platform.tls())) : Optional.empty();
        List<Route> routes = new ArrayList<>();
        for (Endpoint endpoint : target.endpoints()) {
            routes.add(find(endpoint, tls, platform.resolver()));
        }
        return routes;
    }

    private static Route find(Endpoint endpoint, Optional<TlsClient> tls, Resolver resolver)
            throws UnknownHostException {
        List<Hop> hops = new ArrayList<>();
        for (InetSocketAddress address : addresses(endpoint.host(), endpoint.port(), resolver)) {
            hops.add(new Hop(address));
        }
        return new Route(endpoint, hops, tls);
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
