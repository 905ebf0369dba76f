package io.tokenpace.mock.text;

import java.util.List;

/** The words that answers are made of: short, common, and each with its leading space exactly one token. */
public final class Vocabulary {
    private static final List<String> WORDS =
            List.copyOf(NextTokenTable.shared().words());

    private Vocabulary() {}

    /** How many words there are. */
    public static int size() {
        return WORDS.size();
    }

    /** Returns a word with the space before it. */
    public static String word(int index) {
        return WORDS.get(index);
    }
}
