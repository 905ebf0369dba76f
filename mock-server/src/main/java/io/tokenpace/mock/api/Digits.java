package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;

/** Writes counts in decimal without making a string of them. */
final class Digits {
    private static final int BASE = 10;

    private Digits() {}

    /** Returns how many digits a count has. */
    static int count(int value) {
        int digits = 1;
        for (int rest = value / BASE; rest > 0; rest /= BASE) {
            digits++;
        }
        return digits;
    }

    /** Writes a count that is not negative. */
    static void write(int value, ByteBuf out) {
        if (value >= BASE) {
            write(value / BASE, out);
        }
        out.writeByte('0' + value % BASE);
    }
}
