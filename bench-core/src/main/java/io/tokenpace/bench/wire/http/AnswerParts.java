package io.tokenpace.bench.wire.http;

import io.netty.buffer.ByteBuf;

/** Receives the parts of one answer after the other: a head, pieces of a body, and an end. */
public interface AnswerParts {
    /** Takes the head of an answer; heads that only inform have been passed over. It is only lent. */
    void head(AnswerHead head);

    /**
     * Takes a piece of the body: what the buffer has to read, all or none of which may be read. The buffer is only lent,
     * and must be left as it is but for its reader index.
     */
    void content(ByteBuf piece);

    /** Learns that the body has ended as it should. */
    void end();

    /** Learns that something came which is not HTTP, or not what was asked for; nothing follows until the next answer. */
    void broken(String why);
}
