package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tokenpace.mock.text.Vocabulary;

/**
 * The {@code content_block_delta} of every word, encoded once with its chunk framing and shared by all answers; and the
 * pieces from which a delta of several words is put together.
 *
 * <p>The frames lie one after another in a direct buffer; a token is a copy of some 150 bytes. Safe for use by several
 * threads, which only read. Whoever makes it closes it.
 */
public final class DeltaFrames implements AutoCloseable {
    private static final byte[] BEFORE =
            ("event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,"
                            + "\"delta\":{\"type\":\"text_delta\",\"text\":\"")
                    .getBytes(UTF_8);
    private static final byte[] AFTER = "\"}}\n\n".getBytes(UTF_8);
    /** More than the length of a chunk and its line ends can take. */
    private static final int FRAMING_BYTES = 16;

    private final ByteBuf frames = Unpooled.directBuffer();
    private final int[] starts = new int[Vocabulary.size() + 1];
    /** Each word as it stands in a JSON string. */
    private final byte[][] words = new byte[Vocabulary.size()][];

    private final int longestWord;

    public DeltaFrames() {
        int longest = 0;
        for (int word = 0; word < words.length; word++) {
            String quoted = JsonText.quoted(Vocabulary.word(word));
            words[word] = quoted.substring(1, quoted.length() - 1).getBytes(UTF_8);
            longest = Math.max(longest, words[word].length);
            starts[word] = frames.writerIndex();
            assemble(new int[] {word}, 1, frames);
        }
        starts[words.length] = frames.writerIndex();
        longestWord = longest;
    }

    /** Writes one delta with the first {@code count} of {@code delta}'s words. */
    void write(int[] delta, int count, ByteBuf out) {
        if (count == 1) {
            out.writeBytes(frames, starts[delta[0]], starts[delta[0] + 1] - starts[delta[0]]);
        } else {
            assemble(delta, count, out);
        }
    }

    /** The size of so many deltas with so many words between them, if all words were the longest. */
    int likelyBytes(int deltas, int count) {
        return deltas * (BEFORE.length + AFTER.length + FRAMING_BYTES) + count * longestWord;
    }

    @Override
    public void close() {
        frames.release();
    }

    private void assemble(int[] delta, int count, ByteBuf out) {
        int bytes = BEFORE.length + AFTER.length;
        for (int i = 0; i < count; i++) {
            bytes += words[delta[i]].length;
        }
        Chunk.begin(bytes, out);
        out.writeBytes(BEFORE);
        for (int i = 0; i < count; i++) {
            out.writeBytes(words[delta[i]]);
        }
        out.writeBytes(AFTER);
        Chunk.end(out);
    }
}
