package io.tokenpace.bench.draw;

/**
 * A time as it is asked for: one, or a distribution of times.
 *
 * <pre>{@code
 * TimeSpec pause = TimeSpec.parse("lognormal:2s+-1s");
 * long nanos = pause.nanosAt(draws.uniform(index));
 * }</pre>
 */
public final class TimeSpec {
    private final String text;
    private final Distribution drawn;

    private TimeSpec(String text, Distribution drawn) {
        this.text = text;
        this.drawn = drawn;
    }

    /**
     * Reads {@code 500ms}, or a distribution such as {@code uniform:1s..5s} or {@code exponential:2s}.
     *
     * @throws IllegalArgumentException if it is neither, or asks for what is impossible
     */
    public static TimeSpec parse(String text) {
        if (DistributionText.isNamed(text)) {
            return new TimeSpec(text, DistributionText.read(text, Quantity.TIME));
        }
        double nanos = Quantity.TIME.value(text);
        return new TimeSpec(text, probability -> nanos);
    }

    /** Returns the time in nanoseconds that belongs to a uniform draw from (0, 1). */
    public long nanosAt(double uniform) {
        return Math.round(drawn.quantile(uniform));
    }

    /** Returns the text that was read. */
    @Override
    public String toString() {
        return text;
    }
}
