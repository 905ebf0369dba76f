package io.tokenpace.mock.api;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.text.AnswerText;
import io.tokenpace.mock.text.Vocabulary;
import java.util.Arrays;

/** The words of one block, taken once from the first to the last; whoever must may look ahead. Used by one thread. */
final class Words {
    private final AnswerText text;
    private int read;
    private int taken;
    /** The words that were looked at ahead, from the first of the block. */
    private int[] ahead = new int[0];

    private int[] delta = new int[1];
    private int encoded;

    Words(AnswerText text) {
        this.text = text;
    }

    /** Returns the word of one token, counted from the first of the block, of which none has been taken yet. */
    String ahead(int token) {
        if (token >= ahead.length) {
            ahead = Arrays.copyOf(ahead, Math.max(token + 1, 2 * ahead.length));
        }
        while (read <= token) {
            ahead[read] = text.next();
            read++;
        }
        return Vocabulary.word(ahead[token]);
    }

    /** Takes so many words, and joins them. */
    String take(int count) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < count; i++) {
            joined.append(Vocabulary.word(next()));
        }
        return joined.toString();
    }

    /** Takes so many words, and writes one delta with them. */
    void write(int count, WordFrames frames, ByteBuf out) {
        if (count > delta.length) {
            delta = new int[count];
        }
        for (int i = 0; i < count; i++) {
            delta[i] = next();
        }
        frames.write(delta, count, out);
    }

    /** Takes so many words to be written, and returns the bytes they are within a JSON string. */
    int takeEncoded(int count) {
        if (count > delta.length) {
            delta = new int[count];
        }
        encoded = count;
        int bytes = 0;
        for (int i = 0; i < count; i++) {
            delta[i] = next();
            bytes += EncodedWords.bytes(delta[i]);
        }
        return bytes;
    }

    /** Writes the words that were taken last. */
    void writeTaken(ByteBuf out) {
        for (int i = 0; i < encoded; i++) {
            EncodedWords.write(delta[i], out);
        }
    }

    private int next() {
        int word = taken < read ? ahead[taken] : text.next();
        taken++;
        read = Math.max(read, taken);
        return word;
    }
}
