package io.tokenpace.bench.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where the service is.
 *
 * @param tls whether it is spoken to in https
 * @param host name or address
 * @param port TCP port
 * @param basePath what stands before the format's own path; empty, or begins with a slash and does not end with one
 */
public record Endpoint(boolean tls, String host, int port, String basePath) {
    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65_535;
    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");

    /** Reads {@code http[s]://host[:port][/base]}. */
    public static Endpoint parse(String url) {
        return read(url, UserInfo.hide(url));
    }

    /** @param shown what may be told of the URL */
    private static Endpoint read(String url, String shown) {
        URI uri = uri(url, shown);
        boolean tls = HTTPS.equalsIgnoreCase(uri.getScheme());
        if (!tls && !HTTP.equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException("url (" + shown + ") must begin with http:// or https://");
        }
        if (uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("url (" + shown + ") must be http[s]://host[:port][/path] and no more");
        }
        int port = uri.getPort() < 0 ? usualPort(tls) : uri.getPort();
        if (port == 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("url (" + shown + ") must have a port from 1 to " + MAX_PORT);
        }
        return new Endpoint(
                tls,
                uri.getHost(),
                port,
                TRAILING_SLASHES.matcher(uri.getRawPath()).replaceAll(""));
    }

    private static URI uri(String url, String shown) {
        try {
            return new URI(new URI(url).toASCIIString());
        } catch (URISyntaxException e) {
            // Its own message would tell the whole URL.
            URISyntaxException cause = new URISyntaxException(shown, e.getReason());
            throw new IllegalArgumentException("url (" + shown + ") is not a URL: " + e.getReason(), cause);
        }
    }

    /** Returns the value of the Host header. */
    public String authority() {
        return port == usualPort(tls) ? host : host + ":" + port;
    }

    /** Returns the host without the brackets of an IPv6 address. */
    String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private static int usualPort(boolean tls) {
        return tls ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public String toString() {
        return (tls ? HTTPS : HTTP) + "://" + authority() + basePath;
    }
}
