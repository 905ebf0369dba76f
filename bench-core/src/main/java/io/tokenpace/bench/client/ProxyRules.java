package io.tokenpace.bench.client;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy a service is reached through.
 *
 * @param forHttp for services in http
 * @param forHttps for services in https
 * @param except who is reached without one
 */
public record ProxyRules(Optional<Proxy> forHttp, Optional<Proxy> forHttps, ProxyExceptions except) {
    /** No proxy for anybody. */
    public static final ProxyRules NONE = new ProxyRules(Optional.empty(), Optional.empty(), ProxyExceptions.NOBODY);

    /** One proxy for everybody, this machine included. */
    public static ProxyRules always(Proxy proxy) {
        return new ProxyRules(Optional.of(proxy), Optional.of(proxy), ProxyExceptions.NOBODY);
    }

    /**
     * Reads the usual variables, in lower or else in upper case: {@code http_proxy}, {@code https_proxy}, {@code
     * all_proxy} and {@code no_proxy}. As in Go, and not as in curl, this machine itself is reached without a proxy.
     */
    public static ProxyRules ofEnvironment(Map<String, String> environment) {
        Optional<Proxy> all = eitherCase(environment, "all_proxy");
        // To a CGI program HTTP_PROXY is a header of its caller's, and so may be anybody's.
        boolean cgi = environment.containsKey("REQUEST_METHOD");
        Optional<Proxy> http = cgi ? proxy(environment, "http_proxy") : eitherCase(environment, "http_proxy");
        String except = value(environment, "no_proxy")
                .or(() -> value(environment, "NO_PROXY"))
                .orElse("");
        return new ProxyRules(
                http.or(() -> all),
                eitherCase(environment, "https_proxy").or(() -> all),
                ProxyExceptions.of(except + "," + ProxyExceptions.LOOPBACK));
    }

    Optional<Proxy> proxyFor(Endpoint endpoint) {
        Optional<Proxy> proxy = endpoint.tls() ? forHttps : forHttp;
        return proxy.filter(it -> !except.cover(endpoint.bareHost(), endpoint.port()));
    }

    private static Optional<Proxy> eitherCase(Map<String, String> environment, String name) {
        return proxy(environment, name).or(() -> proxy(environment, name.toUpperCase(Locale.ROOT)));
    }

    /** Many a variable holds no scheme. */
    private static Optional<Proxy> proxy(Map<String, String> environment, String name) {
        return value(environment, name).map(url -> Proxy.parse(name, url.contains("://") ? url : "http://" + url));
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
