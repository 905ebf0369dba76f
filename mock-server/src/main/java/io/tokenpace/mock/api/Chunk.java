package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;

/** Frames bytes as one chunk of HTTP/1.1: the length in hexadecimal, a line end, the bytes, a line end. */
final class Chunk {
    private static final byte[] LINE_END = {'\r', '\n'};

    private Chunk() {}

    static void write(String payload, ByteBuf out) {
        byte[] bytes = payload.getBytes(UTF_8);
        out.writeCharSequence(Integer.toHexString(bytes.length), US_ASCII);
        out.writeBytes(LINE_END).writeBytes(bytes).writeBytes(LINE_END);
    }
}
