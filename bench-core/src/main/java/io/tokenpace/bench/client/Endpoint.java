package io.tokenpace.bench.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where the service is.
 *
 * @param host name or address
 * @param port TCP port
 * @param basePath what stands before the format's own path; empty, or begins with a slash and does not end with one
 */
public record Endpoint(String host, int port, String basePath) {
    private static final int HTTP_PORT = 80;
    private static final int MAX_PORT = 65_535;
    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");

    /** Reads {@code http://host[:port][/base]}. */
    public static Endpoint parse(String url) {
        return read(url, UserInfo.hide(url));
    }

    /** @param shown what may be told of the URL */
    private static Endpoint read(String url, String shown) {
        URI uri = uri(url, shown);
        if (!"http".equalsIgnoreCase(uri.getScheme())) {
            throw new IllegalArgumentException(
                    "url (" + shown + ") must begin with http://; https is not supported yet");
        }
        if (uri.getHost() == null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("url (" + shown + ") must be http://host[:port][/path] and no more");
        }
        int port = uri.getPort() < 0 ? HTTP_PORT : uri.getPort();
        if (port == 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("url (" + shown + ") must have a port from 1 to " + MAX_PORT);
        }
        return new Endpoint(
                uri.getHost(), port, TRAILING_SLASHES.matcher(uri.getRawPath()).replaceAll(""));
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
        return port == HTTP_PORT ? host : host + ":" + port;
    }

    @Override
    public String toString() {
        return "http://" + authority() + basePath;
    }
}
