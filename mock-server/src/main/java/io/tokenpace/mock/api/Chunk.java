package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;

/** Frames bytes as one chunk of HTTP/1.1: the length in hexadecimal, a line end, the bytes, a line end. */
final class Chunk {
    private static final byte[] LINE_END = {'\r', '\n'};
    private static final int BITS_PER_DIGIT = 4;

    private Chunk() {}

    static void write(String payload, ByteBuf out) {
        byte[] bytes = payload.getBytes(UTF_8);
        begin(bytes.length, out);
        out.writeBytes(bytes);
        end(out);
    }

    /** Begins a chunk of so many bytes, at least one. */
    static void begin(int bytes, ByteBuf out) {
        int digits = (Integer.SIZE - Integer.numberOfLeadingZeros(bytes) + BITS_PER_DIGIT - 1) / BITS_PER_DIGIT;
        for (int digit = digits - 1; digit >= 0; digit--) {
            out.writeByte(Character.forDigit((bytes >>> (digit * BITS_PER_DIGIT)) & 0xF, 16));
        }
        out.writeBytes(LINE_END);
    }

    static void end(ByteBuf out) {
        out.writeBytes(LINE_END);
    }
}
