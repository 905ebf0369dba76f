package io.tokenpace.bench.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What stands between the client and the service, and passes on what either says. Who it lets through is a secret, and
 * so is never told.
 *
 * @param user whom it is to let through; empty where it asks nobody
 */
public record Proxy(Kind kind, String host, int port, String user, String password) {
    private static final int MAX_PORT = 65_535;

    /** How a proxy is spoken to. */
    public enum Kind {
        HTTP("http", 80),
        /** The client looks names up. */
        SOCKS5("socks5", 1080),
        /** The proxy looks names up. */
        SOCKS5H("socks5h", 1080);

        private final String scheme;
        private final int usualPort;

        Kind(String scheme, int usualPort) {
            this.scheme = scheme;
            this.usualPort = usualPort;
        }
    }

    /**
     * Reads {@code http://[user:password@]host[:port]}, or the same with {@code socks5} or {@code socks5h}.
     *
     * @param source where the URL is from, for a complaint
     */
    public static Proxy parse(String source, String url) {
        String shown = UserInfo.hide(url.contains("//") ? url : "//" + url);
        URI uri = uri(source, url, shown);
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.scheme.equalsIgnoreCase(uri.getScheme()))
                .findFirst()
                .orElseThrow(() -> refused(source, shown));
        boolean more = uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getRawPath().matches("/?");
        if (uri.getHost() == null || more) {
            throw refused(source, shown);
        }
        int port = uri.getPort() < 0 ? kind.usualPort : uri.getPort();
        if (port == 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(source + " (" + shown + ") must have a port from 1 to " + MAX_PORT);
        }
        String account = Optional.ofNullable(uri.getRawUserInfo()).orElse("");
        int colon = (account + ":").indexOf(':');
        String password = account.substring(Math.min(account.length(), colon + 1));
        return new Proxy(kind, uri.getHost(), port, decoded(account.substring(0, colon)), decoded(password));
    }

    /**
     * Returns whether the proxy is handed whole requests to pass on. Over plain http this is what proxies are for; many
     * refuse to CONNECT to any port but 443.
     */
    boolean forwards(Endpoint endpoint) {
        return kind == Kind.HTTP && !endpoint.tls();
    }

    /** Returns what a request that the proxy is to pass on must carry. */
    Optional<Header> authorization() {
        String account = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return user.isEmpty() ? Optional.empty() : Optional.of(new Header("proxy-authorization", "Basic " + account));
    }

    /** Says that the proxy lets nobody through whom it does not know (407). */
    String refusalOfAccount() {
        return user.isEmpty()
                ? "the proxy " + this + " wants an account (407), as in " + kind.scheme + "://user:password@" + host
                        + ":" + port
                : "the proxy " + this + " does not take the account that it was given (407)";
    }

    private static URI uri(String source, String url, String shown) {
        try {
            URI uri = new URI(url);
            if (uri.isOpaque() || uri.getScheme() == null) {
                throw refused(source, shown);
            }
            return uri;
        } catch (URISyntaxException e) {
            // Its own message would tell the whole URL.
            URISyntaxException cause = new URISyntaxException(shown, e.getReason());
            throw new IllegalArgumentException(source + " (" + shown + ") is not a URL: " + e.getReason(), cause);
        }
    }

    private static IllegalArgumentException refused(String source, String shown) {
        return new IllegalArgumentException(source + " (" + shown
                + ") must be http://[user:password@]host[:port], or begin with socks5:// or socks5h://");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Names the proxy, and not whom it lets through. */
    @Override
    public String toString() {
        return kind.scheme + "://" + host + ":" + port;
    }
}
