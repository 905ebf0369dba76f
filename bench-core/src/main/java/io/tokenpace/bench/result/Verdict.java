package io.tokenpace.bench.result;

import java.util.List;

/**
 * Whether the figures of a run may be believed.
 *
 * @param reasons what makes it INVALID, each with its number and what to do
 * @param notes what a reader should know besides
 */
public record Verdict(Status status, List<Reason> reasons, List<String> notes) {
    /** The rule that data must be whole: what could not be read ended the run. */
    public static final String DATA = "data";

    /** The rule that the target must be able to answer one small request. */
    public static final String TARGET = "target";

    /** The rule that a run must end by itself, or be ended by its user. */
    public static final String UNFINISHED = "unfinished";

    public Verdict {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    /** Returns VALID where there is no reason against it. */
    public static Verdict of(List<Reason> reasons, List<String> notes) {
        return new Verdict(reasons.isEmpty() ? Status.VALID : Status.INVALID, reasons, notes);
    }

    /** Returns whether a rule was broken. */
    public boolean breaks(String rule) {
        return reasons.stream().anyMatch(reason -> reason.rule().equals(rule));
    }

    /** The two verdicts. */
    public enum Status {
        VALID,
        INVALID
    }

    /**
     * One rule that was broken.
     *
     * @param rule its name
     * @param text the number, the bound and what to do about it
     */
    public record Reason(String rule, String text) {}
}
