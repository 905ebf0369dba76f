package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;

/** Writes the events of one streamed answer, chunk framing included; they are those of its timeline. */
public interface AnswerStream {
    /** Returns the bytes that the events from {@code from} to before {@code until} are likely to need at most. */
    int likelyBytes(int from, int until);

    /** Writes {@code event}; each one once, in their order. */
    void write(int event, ByteBuf out);

    /** Writes a sign of life, which is no event of the answer. */
    void writePing(ByteBuf out);
}
