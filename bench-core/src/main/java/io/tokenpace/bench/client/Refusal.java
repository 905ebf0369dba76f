package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;

/** An answer that is no stream, and the beginning of its body. */
final class Refusal {
    static final Refusal NONE = new Refusal(0, 0);

    private static final int MAX_BYTES = 8_192;
    private static final int OK = 200;

    private final int status;
    private final byte[] bytes;
    private int size;

    private Refusal(int status, int maxBytes) {
        this.status = status;
        this.bytes = new byte[maxBytes];
    }

    /** Returns the refusal that a head begins, or {@link #NONE} if it begins a stream. */
    static Refusal of(HttpResponse head) {
        int status = head.status().code();
        return status == OK && !isDocument(head) ? NONE : new Refusal(status, MAX_BYTES);
    }

    /** There are services that call a stream plain text, or nothing at all, but none that calls it one of these. */
    private static boolean isDocument(HttpResponse head) {
        String type = head.headers().get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
        return type.startsWith("application/json") || type.startsWith("text/html");
    }

    void add(ByteBuf content) {
        int fitting = Math.min(content.readableBytes(), bytes.length - size);
        content.readBytes(bytes, size, fitting);
        size += fitting;
    }

    boolean isFull() {
        return size == bytes.length;
    }

    int status() {
        return status;
    }

    byte[] body() {
        return Arrays.copyOf(bytes, size);
    }
}
