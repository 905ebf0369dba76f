package io.tokenpace.bench.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the load goes, and what every request carries.
 *
 * @param endpoints of the service; request i goes to endpoint i mod n
 * @param headers what every request carries beside what its API asks for; one of them replaces ours of the same name
 * @param tls whom to believe that they are the service, where it is spoken to in https
 * @param proxies what it is reached through
 */
public record Target(List<Endpoint> endpoints, List<Header> headers, TlsSettings tls, ProxyRules proxies) {
    /** What frames a request, or says where it goes: another value would break it. */
    private static final Set<String> OURS = Set.of("host", "content-length", "transfer-encoding", "connection");

    /** The one word on connections that a user may have: each carries one request. */
    public static final Header ONE_EACH = new Header("connection", "close");

    public Target {
        endpoints = List.copyOf(endpoints);
        headers = List.copyOf(headers);
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a target must have at least one url");
        }
        boolean encrypted = endpoints.get(0).tls();
        for (Endpoint endpoint : endpoints) {
            if (endpoint.tls() != encrypted) {
                throw new IllegalArgumentException("url (" + endpoint + ") must begin with "
                        + (encrypted ? "https" : "http") + "://, as the first one does");
            }
        }
        for (Header header : headers) {
            if (OURS.contains(header.name().toLowerCase(Locale.ROOT)) && !isOneEach(header)) {
                throw new IllegalArgumentException(
                        "header (" + header.name() + ") must not be given: the client writes it itself");
            }
        }
    }

    /** A service at one endpoint that needs no headers of its own. */
    public static Target of(Endpoint endpoint) {
        return new Target(List.of(endpoint), List.of(), TlsSettings.SYSTEM, ProxyRules.NONE);
    }

    /** Returns the endpoint whose rules hold for all of them. */
    public Endpoint first() {
        return endpoints.get(0);
    }

    private static boolean isOneEach(Header header) {
        return header.name().equalsIgnoreCase(ONE_EACH.name()) && header.value().equalsIgnoreCase(ONE_EACH.value());
    }

    /** Returns whether a connection may carry one request after the other. */
    public boolean keepsConnections() {
        return headers.stream().noneMatch(Target::isOneEach);
    }

    /** Returns which endpoint a request goes to; all turns of a conversation have one number, and so go to one. */
    int endpointOf(PreparedRequest request) {
        return endpointOf(request.index());
    }

    int endpointOf(long index) {
        return (int) (index % endpoints.size());
    }

    /** Returns who is handed the requests to an endpoint to pass them on, if anybody is. */
    Optional<Forwarder> forwarderTo(Endpoint endpoint) {
        return proxies.proxyFor(endpoint)
                .filter(proxy -> proxy.forwards(endpoint))
                .map(Forwarder::new);
    }

    /** Returns the proxies that are handed whole requests, and whose refusals look like those of the service. */
    public List<Proxy> forwardingProxies() {
        return endpoints.stream()
                .flatMap(endpoint -> forwarderTo(endpoint).stream())
                .map(Forwarder::proxy)
                .distinct()
                .toList();
    }

    /** Returns all proxies that requests go through. */
    public List<Proxy> proxiesInUse() {
        return endpoints.stream()
                .flatMap(endpoint -> proxies.proxyFor(endpoint).stream())
                .distinct()
                .toList();
    }

    /** Returns what a reader of the figures must know of the way that they came. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (first().tls() && !tls.verified()) {
            notes.add("nobody verified that the service is the one it claims to be: --insecure");
        }
        proxiesInUse()
                .forEach(proxy ->
                        notes.add("requests went through the proxy " + proxy + ", which is part of every time"));
        return notes;
    }

    /** Names every endpoint. */
    @Override
    public String toString() {
        return String.join(", ", endpoints.stream().map(Endpoint::toString).toList());
    }
}
