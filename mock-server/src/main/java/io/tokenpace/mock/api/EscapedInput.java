package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;

/** The first tokens of a tool's input as they stand within a JSON string, encoded once. */
final class EscapedInput {
    private final byte[] json;
    /** Where each token ends in the bytes. */
    private final int[] ends;

    EscapedInput(ToolInput input, int tokens) {
        StringBuilder escaped = new StringBuilder();
        ends = new int[tokens];
        int bytes = 0;
        for (int token = 0; token < ends.length; token++) {
            String quoted = JsonText.quoted(input.piece(token));
            String piece = quoted.substring(1, quoted.length() - 1);
            escaped.append(piece);
            bytes += piece.getBytes(UTF_8).length;
            ends[token] = bytes;
        }
        json = escaped.toString().getBytes(UTF_8);
    }

    /** Returns the bytes of the tokens {@code from} to before {@code until}. */
    int bytes(int from, int until) {
        return start(until) - start(from);
    }

    void write(int from, int until, ByteBuf out) {
        out.writeBytes(json, start(from), bytes(from, until));
    }

    private int start(int token) {
        return token == 0 ? 0 : ends[token - 1];
    }
}
