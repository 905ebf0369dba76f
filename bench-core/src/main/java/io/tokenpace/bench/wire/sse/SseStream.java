package io.tokenpace.bench.wire.sse;

import java.util.Arrays;

/**
 * What one stream has left unfinished: the bytes of an event whose blank line has not come yet, and how far they were
 * read. It holds nothing between events, so that an idle stream costs no buffer.
 */
public final class SseStream {
    static final int NO_DATA = -1;
    private static final int KEPT_BYTES = 4_096;
    private static final byte[] EMPTY = {};

    byte[] held = EMPTY;
    int heldBytes;

    // Positions in the unfinished event, counted from its first byte.
    int scanned;
    int lineStart;
    int dataStart = NO_DATA;
    int dataEnd;

    boolean lineFeedPending;
    boolean pastFirstLine;

    /** Forgets everything, ready for the next answer on the same connection. */
    public void reset() {
        drop();
        lineFeedPending = false;
        pastFirstLine = false;
    }

    /** Keeps {@code count} bytes that begin an unfinished event. */
    void hold(byte[] bytes, int offset, int count) {
        heldBytes = count;
        if (bytes == held && offset == 0) {
            return; // a long event, extended where it lies
        }
        if (held.length < count) {
            held = new byte[Math.max(256, Integer.highestOneBit(count - 1) << 1)];
        }
        System.arraycopy(bytes, offset, held, 0, count);
    }

    /** Makes room for more bytes behind those held. */
    void reserve(int count) {
        if (held.length < heldBytes + count) {
            held = Arrays.copyOf(held, Math.max(heldBytes + count, held.length * 2));
        }
    }

    void drop() {
        heldBytes = 0;
        scanned = 0;
        lineStart = 0;
        dataStart = NO_DATA;
        if (held.length > KEPT_BYTES) {
            held = EMPTY;
        }
    }
}
