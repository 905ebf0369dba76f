package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

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
    /** Each word as it stands in a JSON string. */
    private final byte[][] words = new byte[Vocabulary.size()][];

    private final int longestWord;

    WordFrames(DeltaFraming framing) {
        this.framing = framing;
        int longest = 0;
        ByteBuf encoded = Unpooled.buffer();
        for (int word = 0; word < words.length; word++) {
            String quoted = JsonText.quoted(Vocabulary.word(word));
            words[word] = quoted.substring(1, quoted.length() - 1).getBytes(UTF_8);
            longest = Math.max(longest, words[word].length);
            starts[word] = encoded.writerIndex();
            assemble(new int[] {word}, 1, encoded);
        }
        starts[words.length] = encoded.writerIndex();
        frames = ByteBufUtil.getBytes(encoded);
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
    long likelyBytes(int deltas, int count) {
        return (long) deltas * framing.bytes() + (long) count * longestWord;
    }

    private void assemble(int[] delta, int count, ByteBuf out) {
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            bytes += words[delta[i]].length;
        }
        framing.begin(bytes, out);
        for (int i = 0; i < count; i++) {
            out.writeBytes(words[delta[i]]);
        }
        framing.end(out);
    }
}
