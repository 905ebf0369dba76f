package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;

/**
 * Which API a request speaks: the one that its path belongs to; and where both have the path, or neither, Anthropic's if
 * it has an {@code anthropic-version} header.
 */
enum Dialect {
    ANTHROPIC,
    OPENAI;

    static Dialect of(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return ANTHROPIC;
        }
        String path = new QueryStringDecoder(request.uri()).rawPath();
        if (path.startsWith("/v1/messages")) {
            return ANTHROPIC;
        }
        if (OpenAiRoute.completes(path)) {
            return OPENAI;
        }
        return request.headers().contains("anthropic-version") ? ANTHROPIC : OPENAI;
    }
}
