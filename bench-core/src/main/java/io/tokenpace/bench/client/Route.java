package io.tokenpace.bench.client;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * How an endpoint is reached, found out once, before the first request.
 *
 * @param hops the addresses to choose from; at least one
 */
record Route(List<Hop> hops) {
    Route {
        hops = List.copyOf(hops);
    }

    /**
     * Finds the way to each endpoint.
     *
     * @throws UnknownHostException whose message is the name that nobody knows
     */
    static List<Route> findAll(Target target, Resolver resolver) throws UnknownHostException {
        List<Route> routes = new ArrayList<>();
        for (Endpoint endpoint : target.endpoints()) {
            routes.add(find(endpoint, resolver));
        }
        return routes;
    }

    private static Route find(Endpoint endpoint, Resolver resolver) throws UnknownHostException {
        List<Hop> hops = new ArrayList<>();
        for (InetSocketAddress address : addresses(endpoint.host(), endpoint.port(), resolver)) {
            hops.add(new Hop(address));
        }
        return new Route(hops);
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
