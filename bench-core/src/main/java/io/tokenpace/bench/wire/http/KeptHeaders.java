package io.tokenpace.bench.wire.http;

import java.util.Arrays;

/**
 * The headers of one answer that are worth keeping, as lines of {@code name:value} that end with a line feed, names in
 * lower case. It holds them until they are taken.
 */
final class KeptHeaders {
    private static final int MAX_VALUE_BYTES = 256;
    private static final int MAX_BYTES = 16 << 10;
    private static final int LIKELY_BYTES = 256;
    private static final byte[] NONE = {};

    private byte[] bytes = NONE;
    private int size;

    void clear() {
        size = 0;
    }

    /** Adds a header, its value cut where it is long, unless there are enough of them already. */
    void add(HeaderLine header) {
        int valueLength = Math.min(header.valueLength(), MAX_VALUE_BYTES);
        int end = size + header.nameLength() + 1 + valueLength + 1;
        if (end > MAX_BYTES) {
            return;
        }
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, Math.max(LIKELY_BYTES, 2 * bytes.length)));
        }
        header.copyName(bytes, size);
        bytes[size + header.nameLength()] = ':';
        header.copyValue(bytes, size + header.nameLength() + 1, valueLength);
        bytes[end - 1] = '\n';
        size = end;
    }

    /** Returns them, and holds none any more. */
    byte[] take() {
        byte[] lines = size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
        bytes = NONE;
        size = 0;
        return lines;
    }
}
