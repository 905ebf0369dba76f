package io.tokenpace.bench.draw;

import java.util.Locale;
import java.util.function.DoublePredicate;

/**
 * A distribution whose values beyond certain bounds are drawn again, until they lie within them: the others keep their
 * proportions. That may befall one draw in a hundred at either end; a distribution of which more is impossible is not
 * the one that was asked for, and is refused.
 */
final class Redrawn implements Distribution {
    private static final double MOST_REDRAWN = 0.01;
    private static final double SMALLEST = 0x1.0p-53;
    private static final int HALVINGS = 64;
    private static final double PERCENT = 100;

    private final Distribution drawn;
    private final double from;
    private final double to;

    private Redrawn(Distribution drawn, double from, double to) {
        this.drawn = drawn;
        this.from = from;
        this.to = to;
    }

    /**
     * Returns the distribution within the bounds, both included; the same where it has no value beyond them.
     *
     * @param text how it was written
     * @param quantity how its bounds are written
     */
    static Distribution within(Distribution drawn, double least, double most, String text, Quantity quantity) {
        double from = firstShare(p -> drawn.quantile(p) >= least);
        double to = firstShare(p -> drawn.quantile(p) > most);
        require(from, text, "below " + quantity.write(least));
        require(1 - to, text, "above " + quantity.write(most));
        return from == 0 && to == 1 ? drawn : new Redrawn(drawn, from, to == 1 ? 1 : Math.nextDown(to));
    }

    @Override
    public double quantile(double probability) {
        // Rounding may carry the sum past its end by the last digit.
        return drawn.quantile(Math.min(from + probability * (to - from), Math.min(to, 1 - SMALLEST)));
    }

    private static void require(double share, String text, String where) {
        if (share > MOST_REDRAWN) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "'%s' would put %.1f %% of the draws %s; at most 1 %% may be drawn again",
                    text,
                    share * PERCENT,
                    where));
        }
    }

    /** Returns the smallest share from which a condition that once met stays met is met: 0 if always, 1 if never. */
    private static double firstShare(DoublePredicate met) {
        double no = SMALLEST;
        double yes = 1 - SMALLEST;
        if (met.test(no)) {
            return 0;
        }
        if (!met.test(yes)) {
            return 1;
        }
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (no + yes) / 2;
            if (met.test(middle)) {
                yes = middle;
            } else {
                no = middle;
            }
        }
        return yes;
    }
}
