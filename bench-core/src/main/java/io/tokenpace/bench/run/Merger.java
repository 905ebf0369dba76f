package io.tokenpace.bench.run;

import io.tokenpace.bench.analysis.ErrorLimit;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.RunState;
import io.tokenpace.bench.result.Spent;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Adds runs that were made of one workload on several machines, or one after the other: histograms and records are
 * added, percentiles are taken of the sums, and rates are added, since each was measured in a window of its own.
 */
public final class Merger {
    private final List<SavedRun> runs;

    /**
     * Takes the runs to be added.
     *
     * @throws IllegalArgumentException where there are not several, one has not ended, or they asked for different things
     */
    public Merger(List<SavedRun> runs) {
        this.runs = List.copyOf(runs);
        if (runs.size() < 2) {
            throw new IllegalArgumentException("runs (" + runs.size() + ") must be at least two to be added");
        }
        SavedRun first = runs.get(0);
        for (SavedRun run : runs) {
            if (Recovery.isNeeded(run)) {
                throw new IllegalArgumentException(
                        "run (" + run.folder() + ") has not ended, or died; `bench report` puts it together again");
            }
            String digest = run.result().manifest().workloadDigest();
            if (!digest.equals(first.result().manifest().workloadDigest())) {
                throw new IllegalArgumentException("run (" + run.folder() + ") asked for other things than "
                        + first.folder() + ", and so cannot be added: its workload digest is " + digest);
            }
        }
    }

    /** Returns when the first of the runs began. */
    public LogStart start() throws IOException {
        LogStart earliest = runs.get(0).start();
        for (SavedRun run : runs) {
            LogStart other = run.start();
            earliest = other.startUtc().isBefore(earliest.startUtc()) ? other : earliest;
        }
        return earliest;
    }

    /**
     * Writes the sum into a folder that was begun at {@link #start}, and returns it.
     *
     * @param command as it was given
     */
    public RunResult into(RunFolder folder, String id, List<String> command) throws IOException {
        new MergedLogs(runs, start()).writeTo(folder);
        Replay replay = Replay.of(runs);
        RunResult sum = sum(replay, id, command);
        folder.write(sum);
        folder.writeTables(replay.sums()::forEach);
        return sum;
    }

    private RunResult sum(Replay replay, String id, List<String> command) throws IOException {
        return new RunResult(
                RunResult.SCHEMA,
                id,
                RunState.COMPLETE.label(),
                Verdict.of(reasons(), notes(replay)),
                manifest(command),
                replay.totals(),
                replay.metrics(),
                new Throughput(
                        rate(Throughput::requestsPerS),
                        rate(Throughput::outputTokensPerS),
                        rate(Throughput::inputTokensPerS),
                        OptionalDouble.empty()),
                results().stream().map(RunResult::spent).reduce(Spent::plus).orElseThrow(),
                replay.books().fits(),
                replay.isComplete() ? replay.books().cells() : List.of(),
                replay.isComplete() ? replay.books().turns() : List.of(),
                List.of(ErrorLimit.judge(replay.totals())),
                errors(),
                retries(),
                stopReasons(),
                MergedHealth.of(results().stream().map(RunResult::client).toList()));
    }

    private List<RunResult> results() {
        return runs.stream().map(SavedRun::result).toList();
    }

    private List<Verdict.Reason> reasons() {
        return results().stream()
                .flatMap(run -> run.verdict().reasons().stream()
                        .map(reason -> new Verdict.Reason(reason.rule(), run.id() + ": " + reason.text())))
                .toList();
    }

    private List<String> notes(Replay replay) {
        List<String> notes = new ArrayList<>();
        notes.add("the sum of " + runs.size() + " runs: "
                + String.join(", ", results().stream().map(RunResult::id).toList())
                + "; rates are sums, each over its own window");
        if (!replay.isComplete()) {
            notes.add("not every request was kept: cells and turns are absent, and fits are those of the kept ones");
        }
        results().forEach(run -> run.verdict().notes().forEach(note -> notes.add(run.id() + ": " + note)));
        return notes;
    }

    private Manifest manifest(List<String> command) throws IOException {
        Manifest first = results().get(0).manifest();
        String targets = String.join(
                ", ",
                results().stream()
                        .map(run -> run.manifest().target())
                        .distinct()
                        .toList());
        return new Manifest(
                first.version(),
                command,
                first.options(),
                first.seed(),
                first.workloadDigest(),
                targets,
                first.api(),
                first.model(),
                start().startUtc().toString(),
                first.machine(),
                first.mockProfile());
    }

    private OptionalDouble rate(Function<Throughput, OptionalDouble> which) {
        List<OptionalDouble> rates =
                results().stream().map(run -> which.apply(run.throughput())).toList();
        return rates.stream().anyMatch(OptionalDouble::isEmpty)
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        rates.stream().mapToDouble(OptionalDouble::getAsDouble).sum());
    }

    private Optional<RetryCount> retries() {
        return results().stream()
                .flatMap(run -> run.retries().stream())
                .reduce((a, b) -> new RetryCount(a.requests() + b.requests(), a.attempts() + b.attempts()));
    }

    private List<ErrorGroup> errors() {
        Map<String, ErrorGroup> sum = new LinkedHashMap<>();
        results()
                .forEach(run -> run.errors()
                        .forEach(error -> sum.merge(error.kind() + error.status(), error, ErrorGroup::plus)));
        return List.copyOf(sum.values());
    }

    private Map<String, Long> stopReasons() {
        Map<String, Long> sum = new TreeMap<>();
        results().forEach(run -> run.stopReasons().forEach((reason, count) -> sum.merge(reason, count, Long::sum)));
        return sum;
    }
}
