package io.tokenpace.bench.report;

import io.tokenpace.bench.result.SloResult;
import java.util.Locale;

/** How what became of an objective is put into words. */
final class Objectives {
    private static final double PERCENT = 100;

    private Objectives() {}

    /** Returns the figure that was observed; a bound in percent was held against a share. */
    static String observed(SloResult objective) {
        return objective.expression().endsWith("%")
                ? String.format(Locale.ROOT, "%.2f %%", objective.value() * PERCENT)
                : Figures.of(objective.value());
    }

    static String status(SloResult objective) {
        return objective.status().name().toLowerCase(Locale.ROOT);
    }
}
