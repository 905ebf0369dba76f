package io.tokenpace.bench.run;

import io.tokenpace.bench.workload.TextSize;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;

/**
 * By what line the prompts of a run are sized.
 *
 * @param isKnown whether the service has told how it counts, or need not
 * @param note what a reader of the results should know about it
 */
record Sizing(TextSize line, boolean isKnown, Optional<String> note) {
    /** That of prompts whose size nobody asks for, or of which nothing needs to be said. */
    static final Sizing PLAIN = new Sizing(TextSize.IDENTITY, true, Optional.empty());

    /**
     * Returns that by a line which the service's counts have shown.
     *
     * @param source where the counts come from
     */
    static Sizing learnt(TextSize line, String source) {
        if (line.isIdentity()) {
            return PLAIN;
        }
        String words = figure("0.###", line.tokensPerWord()) + " tokens a word and "
                + figure("0.#", line.overheadTokens()) + " besides";
        return new Sizing(
                line, true, Optional.of("prompts are sized by the service's own count (" + source + "): " + words));
    }

    /** Returns that of a service which has not told how it counts. */
    static Sizing unknown(String why) {
        return new Sizing(TextSize.IDENTITY, false, Optional.of("prompt sizes are not calibrated: " + why));
    }

    private static String figure(String pattern, double value) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }
}
