package io.tokenpace.mock.draw;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Scrambles 64-bit words: the finaliser of SplitMix64 with Stafford's thirteenth set of constants.
 *
 * <p>Every output bit depends on every input bit, so consecutive counters give values that look unrelated.
 */
public final class Mixing {
    /** 2⁶⁴ divided by the golden ratio, made odd: steps of it visit every word once and lie evenly apart. */
    static final long GOLDEN_STEP = 0x9E3779B97F4A7C15L;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Mixing() {}

    /** Scrambles one word. */
    public static long mix(long word) {
        long mixed = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Scrambles two words into one; their order matters. */
    public static long mix(long first, long second) {
        return mix(mix(first + GOLDEN_STEP) + second);
    }

    /** Hashes bytes, eight at a time; the length is part of the hash. */
    public static long hash(byte[] bytes) {
        long hash = mix(bytes.length);
        int offset = 0;
        for (; offset + Long.BYTES <= bytes.length; offset += Long.BYTES) {
            hash = mix(hash, (long) WORDS.get(bytes, offset));
        }
        long tail = 0;
        for (; offset < bytes.length; offset++) {
            tail = (tail << Byte.SIZE) | (bytes[offset] & 0xFF);
        }
        return mix(hash, tail);
    }
}
