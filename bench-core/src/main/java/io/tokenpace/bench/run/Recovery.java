package io.tokenpace.bench.run;

import io.tokenpace.bench.analysis.ErrorLimit;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.RunState;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Tally;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a run together again whose process died before it could: killed, out of memory, or with its disk full. The result
 * is INVALID, since nobody judged the client's health, but it is whole up to the last second.
 */
public final class Recovery {
    private static final long SECOND_NANOS = 1_000_000_000L;

    private Recovery() {}

    /** Returns whether a run lies there unfinished. One that still goes on looks the same. */
    public static boolean isNeeded(SavedRun run) {
        return RunState.RUNNING.label().equals(run.result().state());
    }

    /** Returns what the folder tells of the run. */
    public static RunResult of(SavedRun run) throws IOException {
        Replay replay = Replay.of(List.of(run));
        List<Second> seconds = run.seconds();
        long endNs = seconds.size() * SECOND_NANOS;
        Optional<Tally> tally = Replay.last(run);
        RunResult begun = run.result();
        return new RunResult(
                RunResult.SCHEMA,
                begun.id(),
                RunState.RECOVERED.label(),
                Verdict.of(List.of(reason(seconds.size())), notes(replay)),
                begun.manifest(),
                replay.totals(),
                replay.metrics(),
                tally.map(last -> last.throughput(endNs)).orElse(Throughput.NONE),
                begun.spent(),
                replay.books().fits(),
                replay.isComplete() ? replay.books().cells() : List.of(),
                replay.isComplete() ? replay.books().turns() : List.of(),
                List.of(ErrorLimit.judge(replay.totals())),
                replay.books().failures().errors(),
                begun.retries().map(none -> replay.books().failures().retries()),
                replay.books().stopReasons(),
                begun.client().over(tally.map(last -> last.windowS(endNs)).orElse(0.0)));
    }

    private static Verdict.Reason reason(long seconds) {
        return new Verdict.Reason(
                Verdict.UNFINISHED,
                String.format(
                        Locale.ROOT,
                        "the process died after some %d s: what it had written is here, and nobody judged the client's"
                                + " health; run it again",
                        seconds));
    }

    private static List<String> notes(Replay replay) {
        List<String> notes = new ArrayList<>();
        notes.add(
                "the rates leave out the tokens of answers that were under way in the end, and the cost is not known");
        if (!replay.isComplete()) {
            notes.add(
                    "not every request was kept: cells, turns, fits and stop reasons are those of the kept ones, or absent");
        }
        notes.addAll(replay.books().notes());
        return notes;
    }
}
