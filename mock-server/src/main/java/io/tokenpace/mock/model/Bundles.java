package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.Arrays;

/** Which tokens of an answer share an event. */
final class Bundles {
    private final int tokens;
    /** How many tokens have left with each event from 0 on; empty if every event carries one. */
    private final int[] through;

    private Bundles(int tokens, int[] through) {
        this.tokens = tokens;
        this.through = through;
    }

    /** An event for each token. */
    static Bundles single(int tokens) {
        return new Bundles(tokens, new int[0]);
    }

    /** Events of drawn sizes. The first token is not held back for others: it is an event of its own. */
    static Bundles drawn(int tokens, Distribution sizes, long key) {
        DrawStream draws = DrawStream.of(key, Purpose.BUNDLE);
        int[] through = new int[tokens + 1];
        int events = 0;
        while (through[events] < tokens) {
            long size = events == 0 ? 1 : Math.max(1, Math.round(sizes.quantile(draws.uniform(events))));
            through[events + 1] = (int) Math.min(tokens, through[events] + size);
            events++;
        }
        return new Bundles(tokens, Arrays.copyOf(through, events + 1));
    }

    /** How many events carry tokens. */
    int events() {
        return through.length == 0 ? tokens : through.length - 1;
    }

    /** Returns how many tokens have left with event {@code event}, counted from 1; none with event 0. */
    int tokensThrough(int event) {
        return through.length == 0 ? event : through[event];
    }
}
