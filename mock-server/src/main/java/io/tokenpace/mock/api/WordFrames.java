package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.tokenpace.mock.text.Vocabulary;

/**
 * The delta of every word in one framing, encoded once with its chunk framing; and the pieces from which a delta of
 * several words is put together.
 *
 * <p>The frames lie one after another in an array; a token is a copy of some 150 bytes. From a direct buffer the copy
 * would allocate a view of it, where Netty does without unsafe access.
 */
final class WordFrames {
    private final DeltaFraming framing;
    private final byte[] frames;
    private final int[] starts = new int[Vocabulary.size() + 1];

    WordFrames(DeltaFraming framing) {
        this.framing = framing;
        ByteBuf encoded = Unpooled.buffer();
        for (int word = 0; word < Vocabulary.size(); word++) {
            starts[word] = encoded.writerIndex();
            assemble(new int[] {word}, 1, encoded);
        }
        starts[Vocabulary.size()] = encoded.writerIndex();
        frames = ByteBufUtil.getBytes(encoded);
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
    long likelyBytes(int deltas, int count) {
        return (long) deltas * framing.bytes() + (long) count * EncodedWords.longest();
    }

    private void assemble(int[] delta, int count, ByteBuf out) {
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            bytes += EncodedWords.bytes(delta[i]);
        }
        framing.begin(bytes, out);
        for (int i = 0; i < count; i++) {
            EncodedWords.write(delta[i], out);
        }
        framing.end(out);
    }
}
