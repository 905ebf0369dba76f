package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * The bytes of one body, in an array that grows with what has come, not with what the head promises.
 *
 * <p>They are copied out of Netty's buffers, because a body that drips in would pin a whole buffer with every few bytes.
 * Belongs to one thread at a time; {@link #free} must be called in the end.
 */
final class Body {
    private static final int FIRST_BYTES = 4 * 1024;
    private static final byte[] NONE = {};

    private final BodyRoom room;
    private final int mostBytes;
    private byte[] bytes = NONE;
    private int length;

    /** @param mostBytes the length that the head promises, else the limit */
    Body(BodyRoom room, int mostBytes) {
        this.room = room;
        this.mostBytes = mostBytes;
    }

    int length() {
        return length;
    }

    /** Appends a piece and returns true, unless there is no room for it. The body must not grow beyond its limit. */
    boolean append(ByteBuf piece) {
        int pieceBytes = piece.readableBytes();
        if (length + pieceBytes > bytes.length && !grow(length + pieceBytes)) {
            return false;
        }
        piece.readBytes(bytes, length, pieceBytes);
        length += pieceBytes;
        return true;
    }

    /** Returns the body, as long as it is. */
    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    /** Gives the room back; the bytes are gone. */
    void free() {
        room.give(bytes.length);
        bytes = NONE;
        length = 0;
    }

    private boolean grow(int leastBytes) {
        int doubled = (int) Math.min(mostBytes, Math.max(FIRST_BYTES, 2L * bytes.length));
        int newBytes = Math.max(leastBytes, doubled);
        if (!room.take(newBytes - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, newBytes);
        return true;
    }
}
