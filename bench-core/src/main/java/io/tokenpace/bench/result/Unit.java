package io.tokenpace.bench.result;

/**
 * What a metric counts, and what one step of its histogram is worth.
 *
 * <p>Times are recorded in nanoseconds and rates in milli-tokens a second, so that three significant digits hold over
 * the whole range.
 */
public enum Unit {
    MILLISECONDS("ms", 1e6, true),
    TOKENS_PER_SECOND("tokens/s", 1e3, false),
    TOKENS("tokens", 1, true);

    private final String label;
    private final double stepsPerUnit;
    private final boolean lowIsGood;

    Unit(String label, double stepsPerUnit, boolean lowIsGood) {
        this.label = label;
        this.stepsPerUnit = stepsPerUnit;
        this.lowIsGood = lowIsGood;
    }

    public String label() {
        return label;
    }

    /** Returns how many recorded steps make one unit. */
    public double stepsPerUnit() {
        return stepsPerUnit;
    }

    /** Returns whether a failure belongs at the high end (as +∞) or, for a rate, at the low end (as 0). */
    public boolean lowIsGood() {
        return lowIsGood;
    }
}
