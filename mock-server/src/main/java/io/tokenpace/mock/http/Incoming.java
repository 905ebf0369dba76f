package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.tokenpace.mock.api.Identifiers;
import io.tokenpace.mock.api.RequestKeys;
import io.tokenpace.mock.model.RequestKey;
import java.util.Optional;

/**
 * What a request that was read in full is known by.
 *
 * @param receivedNanos when its last byte was read
 * @param key what its draws follow from
 * @param requestId the id that its answer carries
 * @param keepAlive whether the connection outlives the answer
 * @param dialect which API it speaks, and is answered in
 */
record Incoming(long receivedNanos, RequestKey key, String requestId, boolean keepAlive, Dialect dialect) {
    static Incoming of(HttpRequest request, byte[] body, RequestKeys keys, long receivedNanos) {
        RequestKey key = keys.keyOf(Optional.ofNullable(request.headers().get("x-request-key")), body);
        return of(request, key, HttpUtil.isKeepAlive(request), receivedNanos);
    }

    /** A request that is turned away unread, by a key made for it. */
    static Incoming turnedAway(HttpRequest request, RequestKey key, long receivedNanos) {
        return of(request, key, false, receivedNanos);
    }

    private static Incoming of(HttpRequest request, RequestKey key, boolean keepAlive, long receivedNanos) {
        return new Incoming(receivedNanos, key, Identifiers.request(key), keepAlive, Dialect.of(request));
    }
}
