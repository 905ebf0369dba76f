package io.tokenpace.cli;

import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.draw.TimeSpec;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.workload.ConversationShape;
import io.tokenpace.bench.workload.ConversationWorkload;
import io.tokenpace.bench.workload.ScriptedWorkload;
import io.tokenpace.bench.workload.Workload;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How users go on after an answer. */
final class ConversationOptions {
    private static final TimeSpec AT_ONCE = TimeSpec.parse("0s");

    @Option(
            names = "--turns",
            paramLabel = "SPEC",
            converter = SizeSpecs.class,
            description = "Let each user speak so often in a conversation, every time after the service's own answers"
                    + " so far; users and arrivals then count conversations. --prompt-tokens is what one turn adds, and"
                    + " a dataset's users say what they said there (default: 1).")
    private SizeSpec turns;

    @Option(
            names = "--think-time",
            paramLabel = "SPEC",
            converter = TimeSpecs.class,
            description = "Let users think between an answer and their next request: a time, or a distribution of"
                    + " times, as in 2s, uniform:1s..5s, lognormal:4s+-2s, exponential:3s (default: not at all).")
    private TimeSpec thinkTime;

    /** Returns whether users go on after an answer. */
    boolean areGiven() {
        return turns != null;
    }

    /** Returns the items whose users go on as the options say. */
    Workload begunBy(ScriptedWorkload openings, boolean cacheTurns, long seed) {
        return turns == null && thinkTime == null
                ? openings
                : new ConversationWorkload(
                        openings, new ConversationShape(turns(), thinkTime(), cacheTurns), seed, "load");
    }

    /** Returns the items whose users say no more than the first thing. */
    Workload openingsOf(ScriptedWorkload openings, long seed) {
        return turns == null
                ? openings
                : new ConversationWorkload(
                        openings, new ConversationShape(SizeSpec.of(1), AT_ONCE, false), seed, "warmup");
    }

    private SizeSpec turns() {
        return Optional.ofNullable(turns).orElse(SizeSpec.of(1));
    }

    private TimeSpec thinkTime() {
        return Optional.ofNullable(thinkTime).orElse(AT_ONCE);
    }

    /** Refuses what a load has no use for. */
    void requireUseIn(LoadShape load) {
        if (thinkTime != null && turns == null && load instanceof LoadShape.Timed) {
            throw new IllegalArgumentException(
                    "--think-time (" + thinkTime + ") needs --turns in an open loop, where nobody waits for answers");
        }
    }

    /** Refuses a trace, whose requests stand alone. */
    void requireNone(String name) {
        if (turns != null || thinkTime != null) {
            String given = turns != null ? "--turns (" + turns + ")" : "--think-time (" + thinkTime + ")";
            throw new IllegalArgumentException(name + " and " + given + " exclude each other");
        }
    }

    /** Returns the same for options that ask the same. */
    String sketch() {
        return turns + " " + thinkTime;
    }
}
