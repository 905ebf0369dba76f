package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;

/**
 * One block of an answer's content: consecutive tokens, and how they are written, once, either from the first to the last
 * or as a whole.
 */
interface ContentBlock extends TokenRun {
    /** Returns the events that begin the block with this index in a stream. */
    String opening(int index);

    /** Writes the deltas with its tokens {@code from} to before {@code until}, which whole events carry. */
    void write(int index, int from, int until, DeltaFrames frames, ByteBuf out);

    /** Returns the events that come after its last token and before its stop; empty if there are none. */
    String closing(int index);

    /** Returns the block in JSON, as it stands in an answer that is not streamed. */
    String whole();
}
