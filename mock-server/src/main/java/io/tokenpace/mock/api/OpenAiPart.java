package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;

/** One part of a completion: consecutive tokens, and how they are written, once, either in deltas or as a whole. */
interface OpenAiPart extends TokenRun {
    /** Which key of an answer in one piece a part is. */
    enum Field {
        REASONING,
        CONTENT,
        TOOL_CALLS
    }

    /** The key that it is in an answer in one piece. */
    Field field();

    /** Returns the content of a chunk that goes before the first of its tokens; empty if there is none. */
    String opening();

    /** Returns what stands in the choice of a chunk before the tokens. */
    byte[] before();

    /** Returns what stands in the choice of a chunk after the tokens. */
    byte[] after();

    /** Takes the tokens {@code from} to before {@code until}, which one chunk carries, and returns how many bytes they are. */
    int take(int from, int until);

    /** Writes the tokens that were taken last. */
    void writeTaken(ByteBuf out);

    /** Returns its value in JSON, as it stands in an answer that is not streamed. */
    String whole();
}
