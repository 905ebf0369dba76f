package io.tokenpace.bench.result;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongBinaryOperator;

/**
 * How far a run has come at the end of a second: should it end there, this is what its totals and rates are made of.
 *
 * @param windowOpensNs when the window opened or opens, from the start of the run; empty until that is known
 * @param windowClosesNs when it closes, likewise
 * @param totals what became of the requests so far
 * @param completions answers that ended well within the window
 * @param outputTokens tokens that arrived within the window, in answers that have ended
 * @param inputTokens of the prompts that were read within the window
 */
public record Tally(
        OptionalLong windowOpensNs,
        OptionalLong windowClosesNs,
        Totals totals,
        long completions,
        double outputTokens,
        long inputTokens) {
    /** Nothing has happened yet. */
    public static final Tally NONE =
            new Tally(OptionalLong.empty(), OptionalLong.empty(), new Totals(0, 0, 0, 0, 0, 0), 0, 0, 0);

    private static final double NANOS_PER_SECOND = 1e9;
    private static final double THOUSAND = 1_000;

    /** Returns the sum of both; the window reaches from the earlier opening to the later closing. */
    public Tally plus(Tally other) {
        return new Tally(
                both(windowOpensNs, other.windowOpensNs, Math::min),
                both(windowClosesNs, other.windowClosesNs, Math::max),
                totals.plus(other.totals),
                completions + other.completions,
                outputTokens + other.outputTokens,
                inputTokens + other.inputTokens);
    }

    /** Returns the same, its moments counted from a start that lies earlier by so many nanoseconds. */
    public Tally later(long nanos) {
        return new Tally(
                windowOpensNs.isPresent() ? OptionalLong.of(windowOpensNs.getAsLong() + nanos) : windowOpensNs,
                windowClosesNs.isPresent() ? OptionalLong.of(windowClosesNs.getAsLong() + nanos) : windowClosesNs,
                totals,
                completions,
                outputTokens,
                inputTokens);
    }

    private static OptionalLong both(OptionalLong a, OptionalLong b, LongBinaryOperator chosen) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isPresent() ? a : b;
        }
        return OptionalLong.of(chosen.applyAsLong(a.getAsLong(), b.getAsLong()));
    }

    /** Returns the length of the window, in seconds, if the run ended at a moment; 0 where it had not opened. */
    public double windowS(long endNs) {
        if (windowOpensNs.isEmpty()) {
            return 0;
        }
        long closes = Math.min(endNs, windowClosesNs.orElse(endNs));
        return Math.max(0, closes - windowOpensNs.getAsLong()) / NANOS_PER_SECOND;
    }

    /** Returns the rates if the run ended at a moment. */
    public Throughput throughput(long endNs) {
        double windowS = windowS(endNs);
        return new Throughput(
                rate(completions, windowS),
                rate(outputTokens, windowS),
                rate(inputTokens, windowS),
                OptionalDouble.empty());
    }

    private static OptionalDouble rate(double amount, double windowS) {
        return windowS == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.round(amount / windowS * THOUSAND) / THOUSAND);
    }
}
