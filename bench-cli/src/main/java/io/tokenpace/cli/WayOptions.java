package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Header;
import io.tokenpace.bench.client.Proxy;
import io.tokenpace.bench.client.ProxyRules;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.TlsSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the load gets to the service. */
final class WayOptions {
    private static final String NO_PROXY = "none";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Trust the certificates of this PEM file, and not the system's, to sign for an https service.")
    private Path authorities;

    @Option(
            names = "--insecure",
            description = "Believe any certificate: whoever stands in between can read and change everything.")
    private boolean insecure;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            description =
                    "Go through this proxy, also to this machine: http://[user:password@]host[:port], or socks5:// or"
                            + " socks5h://, whose names the proxy looks up; none for no proxy (default: as http_proxy,"
                            + " https_proxy, all_proxy and no_proxy say).")
    private String proxy;

    @Option(
            names = "--no-keep-alive",
            description = "Open a new connection for every request; what that takes is part of ttft.")
    private boolean oneEach;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "0",
            description = "Open this many connections before the load begins, which then wait for it (default: each is"
                    + " opened when a request needs it).")
    private int connections;

    private final Map<String, String> environment = System.getenv();

    /** Returns the target that is reached this way. */
    Target to(List<Endpoint> endpoints, List<Header> headers) {
        List<Header> all = new ArrayList<>(headers);
        if (oneEach) {
            all.add(Target.ONE_EACH);
        }
        return new Target(endpoints, all, tls(endpoints.get(0)), proxies());
    }

    /** Returns how many connections are opened before the load begins. */
    int connections() {
        return connections;
    }

    private ProxyRules proxies() {
        if (proxy == null) {
            return ProxyRules.ofEnvironment(environment);
        }
        return proxy.equals(NO_PROXY) ? ProxyRules.NONE : ProxyRules.always(Proxy.parse("--proxy", proxy));
    }

    private TlsSettings tls(Endpoint first) {
        if (authorities != null && insecure) {
            throw new IllegalArgumentException("--ca (" + authorities + ") and --insecure exclude each other");
        }
        if ((authorities != null || insecure) && !first.tls()) {
            throw new IllegalArgumentException((insecure ? "--insecure" : "--ca (" + authorities + ")")
                    + " needs a url that begins with https://");
        }
        if (insecure) {
            return TlsSettings.UNVERIFIED;
        }
        return authorities == null ? TlsSettings.SYSTEM : TlsSettings.trusting(authorities);
    }
}
