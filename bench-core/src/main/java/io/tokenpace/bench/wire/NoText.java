package io.tokenpace.bench.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the byte 0xFF, which no text holds. A parser that meets it in a property's name may take the name for another that
 * it has read before, so that what becomes of a document would depend on the documents before it.
 */
final class NoText {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private NoText() {}

    static boolean isIn(byte[] bytes, int from, int to) {
        int at = from;
        while (at <= to - Long.BYTES) {
            // The complement has a byte of 0: the only one to borrow while its own high bit was off.
            long inverted = ~(long) LONGS.get(bytes, at);
            if (((inverted - ONES) & ~inverted & HIGH_BITS) != 0) {
                return true;
            }
            at += Long.BYTES;
        }
        while (at < to) {
            if (bytes[at++] == (byte) 0xFF) {
                return true;
            }
        }
        return false;
    }
}
