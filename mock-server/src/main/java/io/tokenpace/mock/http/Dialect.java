package io.tokenpace.mock.http;

import io.netty.handler.codec.http.HttpRequest;

/**
 * Which API a request speaks: the one that its path belongs to; and where both have the path, or neither, Anthropic's if
 * it has an {@code anthropic-version} header, or a head that could not be read.
 */
enum Dialect {
    ANTHROPIC,
    OPENAI;

    static Dialect of(HttpRequest request) {
        String path = RequestTarget.of(request).rawPath();
        if (path.startsWith("/v1/messages")) {
            return ANTHROPIC;
        }
        if (OpenAiRoute.completes(path)) {
            return OPENAI;
        }
        boolean unread = request.decoderResult().isFailure();
        return unread || request.headers().contains("anthropic-version") ? ANTHROPIC : OPENAI;
    }
}
