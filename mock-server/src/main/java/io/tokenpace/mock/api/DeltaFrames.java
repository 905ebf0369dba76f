package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tokenpace.mock.text.Vocabulary;

/**
 * The {@code content_block_delta} of every word, encoded once with its chunk framing and shared by all answers.
 *
 * <p>The frames lie one after another in a direct buffer; a token is a copy of some 150 bytes. Safe for use by several
 * threads, which only read. Whoever makes it closes it.
 */
public final class DeltaFrames implements AutoCloseable {
    private final ByteBuf frames = Unpooled.directBuffer();
    private final int[] starts = new int[Vocabulary.size() + 1];
    private final int longestBytes;

    public DeltaFrames() {
        int longest = 0;
        for (int word = 0; word < Vocabulary.size(); word++) {
            starts[word] = frames.writerIndex();
            Chunk.write(delta(Vocabulary.word(word)), frames);
            longest = Math.max(longest, frames.writerIndex() - starts[word]);
        }
        starts[Vocabulary.size()] = frames.writerIndex();
        longestBytes = longest;
    }

    /** Writes the delta of a word. */
    void write(int word, ByteBuf out) {
        out.writeBytes(frames, starts[word], starts[word + 1] - starts[word]);
    }

    /** The size of the longest frame. */
    int longestBytes() {
        return longestBytes;
    }

    @Override
    public void close() {
        frames.release();
    }

    private static String delta(String text) {
        return ServerSentEvent.of(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":"
                        + JsonText.quoted(text) + "}}");
    }
}
