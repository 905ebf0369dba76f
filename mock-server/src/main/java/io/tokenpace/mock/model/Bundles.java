package io.tokenpace.mock.model;

import io.tokenpace.mock.draw.Distribution;
import io.tokenpace.mock.draw.DrawStream;
import io.tokenpace.mock.draw.Purpose;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Which tokens of an answer share an event. */
final class Bundles {
    private final int tokens;
    /** How many tokens have left with each event from 0 on; empty if every event carries one. */
    private final int[] through;

    private Bundles(int tokens, int[] through) {
        this.tokens = tokens;
        this.through = through;
    }

    /** Events of drawn sizes, or of one token each, as far as the script lets its tokens be sent apart. */
    static Bundles of(Script script, Optional<Distribution> sizes, long key) {
        if (sizes.isPresent()) {
            DrawStream draws = DrawStream.of(key, Purpose.BUNDLE);
            return filled(script, event -> size(sizes.get().quantile(draws.uniform(event))));
        }
        return script.isPlain() ? new Bundles(script.length().tokens(), new int[0]) : filled(script, event -> 1);
    }

    /** The first unit of a stretch is not held back for others: it is an event of its own. */
    private static Bundles filled(Script script, IntUnaryOperator sizes) {
        int[] through = new int[script.length().tokens() + 1];
        int events = 0;
        int end = 0;
        for (Stretch stretch : script.stretches()) {
            int first = end;
            end += stretch.tokens();
            while (through[events] < end) {
                int wanted = through[events] == first ? 1 : sizes.applyAsInt(events);
                long units = (wanted + (long) stretch.unit() - 1) / stretch.unit();
                through[events + 1] = (int) Math.min(end, through[events] + units * stretch.unit());
                events++;
            }
        }
        return new Bundles(end, Arrays.copyOf(through, events + 1));
    }

    private static int size(double drawn) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, Math.round(drawn)));
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
