package io.tokenpace.cli;

import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.measure.HiccupFloor;
import io.tokenpace.bench.result.CalibrationMachine;
import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.CalibrationStep;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Tail;
import io.tokenpace.bench.run.LoadRun;
import io.tokenpace.bench.run.RunIdentity;
import io.tokenpace.bench.run.RunObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Measures one load after the other against a mock in a process of its own. A load that is not held is measured once
 * more: a neighbour's burst looks the same, and does not last.
 *
 * <p>Another thread may interrupt it: what was measured by then is kept, but for the load under way.
 */
final class Calibrator {
    private static final Duration IDLE = Duration.ofSeconds(2);
    private static final int MOST_ATTEMPTS = 2;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final CalibrationPlan plan;
    private final Manifest manifest;
    private final Path folder;
    private final RunObserver progress;
    private final Consumer<String> news;
    private final List<CalibrationStep> steps = new ArrayList<>();
    private volatile boolean interrupted;
    private volatile Optional<LoadRun> underWay = Optional.empty();

    /**
     * @param manifest of each load's run
     * @param folder receives each load's run, in a folder of its own
     * @param progress sees each second of a load
     * @param news takes a line before each load
     */
    Calibrator(CalibrationPlan plan, Manifest manifest, Path folder, RunObserver progress, Consumer<String> news) {
        this.plan = plan;
        this.manifest = manifest;
        this.folder = folder;
        this.progress = progress;
        this.news = news;
    }

    /** Ends it early. */
    void interrupt() {
        interrupted = true;
        underWay.ifPresent(LoadRun::interrupt);
    }

    /** Measures every load. */
    CalibrationResult calibrate(CalibrationMachine machine) throws IOException, InterruptedException {
        Instant start = Instant.now();
        Tail before = HiccupFloor.measure(IDLE);
        try (MockProcess mock = MockProcess.start(plan.pace())) {
            climb(mock);
        }
        Tail after = interrupted ? Tail.NONE : HiccupFloor.measure(IDLE);
        return new CalibrationResult(
                CalibrationResult.SCHEMA,
                interrupted ? "interrupted" : "complete",
                manifest.version(),
                start.toString(),
                machine,
                plan.pace().toNanos() / NANOS_PER_MILLI,
                CalibrationPlan.ANSWER_TOKENS,
                plan.length().toMillis() / MILLIS_PER_SECOND,
                new CalibrationResult.HiccupFloor(before, after),
                steps);
    }

    private void climb(MockProcess mock) throws IOException, InterruptedException {
        for (int streams : plan.ladder().streams()) {
            Optional<CalibrationStep> step = measure(mock, streams);
            step.ifPresent(steps::add);
            boolean gaveIn = step.isPresent() && !step.get().held();
            if (interrupted || (gaveIn && plan.ladder().endsWhereItGivesIn())) {
                return;
            }
        }
    }

    /** Returns nothing if it was interrupted. */
    private Optional<CalibrationStep> measure(MockProcess mock, int streams) throws IOException, InterruptedException {
        Optional<CalibrationStep> last = Optional.empty();
        for (int attempt = 1; attempt <= MOST_ATTEMPTS && !interrupted; attempt++) {
            news.accept(streams
                    + (streams == 1 ? " stream" : " streams")
                    + last.flatMap(CalibrationStep::reason)
                            .map(why -> " again: " + why)
                            .orElse(""));
            last = play(mock, streams, attempt);
            if (last.isPresent() && last.get().held()) {
                break;
            }
        }
        return last;
    }

    private Optional<CalibrationStep> play(MockProcess mock, int streams, int attempt)
            throws IOException, InterruptedException {
        String name = "streams-" + streams + (attempt == 1 ? "" : "-again");
        CalibrationLoad load = new CalibrationLoad(mock, streams);
        LoadWatch watch = new LoadWatch(streams, progress);
        LogStart start = new LogStart(Instant.now(), System.nanoTime());
        try (RunFolder logs = RunFolder.create(folder.resolve(name), start)) {
            LoadRun run = new LoadRun(
                    plan.run(mock.endpoint(), streams),
                    new RunIdentity(name, manifest),
                    logs,
                    start,
                    watch,
                    Optional.empty());
            underWay = Optional.of(run);
            if (interrupted) {
                run.interrupt();
            }
            RunResult result = run.execute();
            return interrupted ? Optional.empty() : Optional.of(load.conclude(result, watch, attempt));
        } finally {
            underWay = Optional.empty();
        }
    }
}
