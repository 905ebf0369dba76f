package io.tokenpace.bench.client;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpResponseDecoder;

/** Netty's decoder of HTTP answers, which also tells whether it holds bytes that it could not make anything of yet. */
final class AnswerDecoder extends HttpResponseDecoder {
    private static final int MAX_HEAD_BYTES = 64 << 10;
    private static final int MAX_CHUNK_BYTES = 64 << 10;

    AnswerDecoder() {
        super(new HttpDecoderConfig()
                .setMaxInitialLineLength(MAX_HEAD_BYTES)
                .setMaxHeaderSize(MAX_HEAD_BYTES)
                .setMaxChunkSize(MAX_CHUNK_BYTES));
    }

    boolean holdsBytes() {
        return actualReadableBytes() > 0;
    }
}
