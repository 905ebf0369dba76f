package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.draw.TimeSpec;

/**
 * How users converse.
 *
 * @param turns how often a user speaks in a conversation
 * @param thinkTime how long a user thinks between an answer and the next request
 * @param cacheEndingEachTurn whether the service is asked to keep all that was said, for the next turn to find
 */
public record ConversationShape(SizeSpec turns, TimeSpec thinkTime, boolean cacheEndingEachTurn) {
    private static final int MOST_TURNS = 1_000;

    public ConversationShape {
        int most = turns.at(Math.nextDown(1.0));
        if (most > MOST_TURNS) {
            throw new IllegalArgumentException(
                    "turns (" + turns + ") may come out as " + most + ", which must be at most 1000");
        }
    }

    /** Returns whether anybody ever says more than one thing. */
    public boolean isTalk() {
        return turns.at(Math.nextDown(1.0)) > 1;
    }
}
