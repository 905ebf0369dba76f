package io.tokenpace.mock.http;

import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.tokenpace.mock.api.Refusal;
import io.tokenpace.mock.api.RefusedException;

/** Checks the head of a request: what it asks for, how, and in which version. */
final class Route {
    private static final String MESSAGES_PATH = "/v1/messages";

    private Route() {}

    /** Returns if the request is one for the Messages API. */
    static void requireMessages(FullHttpRequest request) throws RefusedException {
        if (request.decoderResult().isFailure()) {
            throw new RefusedException(Refusal.invalid(
                    "malformed HTTP: " + request.decoderResult().cause().getMessage()));
        }
        // Undecoded: no path that is served has an escape, and a broken one is just another unknown path.
        String path = new QueryStringDecoder(request.uri()).rawPath();
        if (!path.equals(MESSAGES_PATH)) {
            throw new RefusedException(Refusal.notFound(path));
        }
        if (!request.method().equals(HttpMethod.POST)) {
            throw new RefusedException(Refusal.methodNotAllowed(request.method().name()));
        }
        if (!request.headers().contains("anthropic-version")) {
            throw new RefusedException(Refusal.invalid("anthropic-version: header is required"));
        }
    }
}
