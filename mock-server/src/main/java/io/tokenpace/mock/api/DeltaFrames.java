package io.tokenpace.mock.api;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The deltas of every word, encoded once and shared by all answers: for text in the first block or the second, and for
 * thinking, which is always the first.
 *
 * <p>Safe for use by several threads, which only read.
 */
public final class DeltaFrames {
    /** The most blocks are thinking, text, and the call of a tool. */
    private static final int LAST_INDEX = 2;

    private final WordFrames firstText = new WordFrames(new DeltaFraming(DeltaFraming.TEXT, 0));
    private final WordFrames secondText = new WordFrames(new DeltaFraming(DeltaFraming.TEXT, 1));
    private final WordFrames thinking = new WordFrames(new DeltaFraming(DeltaFraming.THINKING, 0));

    private final List<DeltaFraming> inputJson = IntStream.rangeClosed(0, LAST_INDEX)
            .mapToObj(index -> new DeltaFraming(DeltaFraming.INPUT_JSON, index))
            .toList();

    /** The framing of the deltas of a tool's input in the block with this index. */
    DeltaFraming inputJson(int index) {
        return inputJson.get(index);
    }

    /** The deltas of text in the block with this index. */
    WordFrames text(int index) {
        if (index > 1) {
            throw new IllegalArgumentException("index (" + index + ") must be 0 or 1");
        }
        return index == 0 ? firstText : secondText;
    }

    WordFrames thinking() {
        return thinking;
    }

    /** The size of so many deltas with so many words between them, if all words were the longest. */
    long likelyBytes(int deltas, int count) {
        return thinking.likelyBytes(deltas, count);
    }
}
