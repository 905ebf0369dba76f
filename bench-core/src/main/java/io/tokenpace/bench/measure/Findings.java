package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.Verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the rules found against a run, by what it makes of them.
 *
 * @param reasons what makes its figures unfit to be believed
 * @param notes what a reader should know besides
 */
public record Findings(List<Reason> reasons, List<String> notes) {
    /**
     * The rules that a client at its limit breaks, and an embedded mock that shares its processors. Whether what was planned
     * was sent, whether the books agree, and whether the processor was withheld matter to throughput as much as to latency.
     */
    private static final Set<String> BROKEN_BY_SATURATION =
            Set.of("send_lag", "loop_lag", "feeder", "concurrency", "mock_lateness", "mock_in_flight");

    public Findings {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    /** Takes every broken rule for a reason. */
    public static Findings of(List<Reason> broken) {
        return new Findings(broken, List.of());
    }

    /** Lets pass, with a note, what is broken by the very saturation that a run for throughput alone is made for. */
    public static Findings atCeiling(List<Reason> broken) {
        List<Reason> reasons = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        notes.add("latencies are client-limited: --ceiling measures throughput alone");
        for (Reason reason : broken) {
            if (BROKEN_BY_SATURATION.contains(reason.rule())) {
                notes.add("passed with --ceiling: " + reason.rule() + ": " + reason.text());
            } else {
                reasons.add(reason);
            }
        }
        return new Findings(reasons, notes);
    }
}
