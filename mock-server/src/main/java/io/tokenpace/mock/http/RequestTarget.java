package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.regex.Pattern;

/**
 * The path and query that a request names. A server must take them in the absolute form as well, which is meant for
 * proxies and passed on by simple ones (RFC 9112, section 3.2.2).
 */
final class RequestTarget {
    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/?#]*", Pattern.CASE_INSENSITIVE);

    private RequestTarget() {}

    static QueryStringDecoder of(HttpRequest request) {
        String target = request.uri();
        return new QueryStringDecoder(
                target.startsWith("/") ? target : ORIGIN.matcher(target).replaceFirst(""));
    }
}
