package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.tokenpace.mock.text.Vocabulary;

/** Every word of the vocabulary as it stands in a JSON string, encoded once. */
final class EncodedWords {
    private static final byte[][] WORDS = new byte[Vocabulary.size()][];
    private static final int LONGEST = encode();

    private EncodedWords() {}

    static int bytes(int word) {
        return WORDS[word].length;
    }

    static void write(int word, ByteBuf out) {
        out.writeBytes(WORDS[word]);
    }

    /** The bytes of the longest word. */
    static int longest() {
        return LONGEST;
    }

    private static int encode() {
        int longest = 0;
        for (int word = 0; word < WORDS.length; word++) {
            String quoted = JsonText.quoted(Vocabulary.word(word));
            WORDS[word] = quoted.substring(1, quoted.length() - 1).getBytes(UTF_8);
            longest = Math.max(longest, WORDS[word].length);
        }
        return longest;
    }
}
