package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** An answer that is none of the protocol's, and the beginning of its body. */
final class Refusal {
    static final Refusal NONE = new Refusal(0, 0);

    private static final int MAX_BYTES = 8_192;

    private final int status;
    private final byte[] bytes;
    private int size;

    private Refusal(int status, int maxBytes) {
        this.status = status;
        this.bytes = new byte[maxBytes];
    }

    static Refusal ofStatus(int status) {
        return new Refusal(status, MAX_BYTES);
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
