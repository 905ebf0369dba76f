package io.tokenpace.bench.client;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** The bytes of an answer that comes as one document, gathered until it has ended. It holds nothing between answers. */
final class WholeBody {
    static final int MAX_BYTES = 32 << 20;
    private static final int FIRST_BYTES = 4_096;
    private static final byte[] EMPTY = {};

    private byte[] bytes = EMPTY;
    private int size;

    /** Adds a piece, unless the document would become longer than is accepted. */
    boolean add(ByteBuf piece) {
        int length = piece.readableBytes();
        if (length > MAX_BYTES - size) {
            return false;
        }
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + length, Math.max(FIRST_BYTES, bytes.length * 2)));
        }
        piece.readBytes(bytes, size, length);
        size += length;
        return true;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    void clear() {
        bytes = EMPTY;
        size = 0;
    }
}
