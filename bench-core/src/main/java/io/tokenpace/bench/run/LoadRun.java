package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Client;
import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.client.RequestEncoder;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.measure.HealthMeter;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.RunState;
import io.tokenpace.bench.result.Tally;
import io.tokenpace.bench.wire.Ask;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * One load run, from the first request to the finished folder.
 *
 * <pre>{@code
 * LoadRun run = new LoadRun(plan, identity, folder, start, observer, truth);
 * RunResult result = run.execute(); // another thread may call run.interrupt()
 * }</pre>
 */
public final class LoadRun {
    private static final Duration CANCEL_PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(20);

    private final RunPlan plan;
    private final RunFolder folder;
    private final LogStart start;
    private final RunObserver observer;
    private final Optional<GroundTruth> truth;
    private final Conclusion conclusion;
    private final EarlyStop earlyStop;
    private final Budget budget;
    private volatile boolean interrupted;
    private volatile Optional<Runnable> stop = Optional.empty();

    /**
     * @param folder receives everything while the run goes on
     * @param start from which stamps count
     * @param observer sees each second pass, and each request end
     * @param truth what the service says of itself, if it can
     */
    public LoadRun(
            RunPlan plan,
            RunIdentity identity,
            RunFolder folder,
            LogStart start,
            RunObserver observer,
            Optional<GroundTruth> truth) {
        this.plan = plan;
        this.folder = folder;
        this.start = start;
        this.observer = observer;
        this.truth = truth;
        this.earlyStop = new EarlyStop(plan.terms(), () -> stop.ifPresent(Runnable::run));
        this.budget = new Budget(plan.terms().bounds(), earlyStop::endBy);
        this.conclusion = new Conclusion(plan, identity, budget);
    }

    /** Runs the load to its end and returns what came of it, which is in the folder as well. */
    public RunResult execute() throws IOException, InterruptedException {
        folder.write(conclusion.unfinished());
        RunResult result = measure();
        folder.write(result);
        return result;
    }

    /** Ends the run early, from any thread: what has been measured so far is kept. */
    public void interrupt() {
        interrupted = true;
        stop.ifPresent(Runnable::run);
    }

    private RunResult measure() throws IOException, InterruptedException {
        try (Client client =
                Client.open(plan.target(), plan.format(), plan.timeouts(), plan.usefulLoops(), NanoClock.SYSTEM)) {
            RequestEncoder encoder = new RequestEncoder(plan.target(), plan.format());
            Preflight preflight = new Preflight(
                    client.loops().get(0), Retries.of(plan, client.loops().subList(0, 1)));
            Optional<RunResult> unusable = probe(preflight, encoder);
            if (unusable.isPresent()) {
                return unusable.get();
            }
            Sizing sizing = new Calibration(plan, preflight, encoder, budget, () -> interrupted).learn();
            if (sizing.isKnown()) {
                budget.promptsAreCalibrated();
            }
            return load(client.loops(), encoder, sizing);
        } catch (UnknownHostException e) {
            return conclusion.unknownHost(e.getMessage());
        }
    }

    /** Sends each endpoint a small request, and returns what there is to say if one of them cannot even answer that. */
    private Optional<RunResult> probe(Preflight preflight, RequestEncoder encoder) throws InterruptedException {
        for (int i = 0; i < plan.target().endpoints().size(); i++) {
            PreparedRequest request = smallRequest(i, encoder);
            Reservation reservation = budget.reservation(request);
            if (!reservation.tryTake()) {
                return Optional.of(conclusion.withoutRoom(state()));
            }
            Exchange probe = preflight.sendUntilLast(request, reservation, () -> interrupted);
            reservation.settle(probe);
            conclusion.addBefore(probe);
            if (!probe.succeeded()) {
                return Optional.of(conclusion.unusable(probe, state()));
            }
        }
        return Optional.empty();
    }

    /** Request i goes to endpoint i. */
    private PreparedRequest smallRequest(int index, RequestEncoder encoder) {
        Ask ask = Ask.of(plan.items().item(0).ask().model(), "Hello.", 1);
        return new PreparedRequest(
                index, true, 0, 1, 1, 0, encoder.encode(index, plan.format().body(ask)));
    }

    private RunResult load(List<ClientLoop> loops, RequestEncoder encoder, Sizing sizing)
            throws InterruptedException, IOException {
        long runStart = start.startMonotonicNs();
        Window window = new Window();
        WindowEdges edges = new WindowEdges(window, loops);
        Books books = new Books(window, runStart, plan.items().cells());
        List<LoopRecorder> recorders =
                loops.stream().map(loop -> new LoopRecorder(window)).toList();
        FirstFailure failure = new FirstFailure(this::interrupt);
        Ledger ledger = new Ledger(folder, books, recorders, earlyStop, runStart);
        Retries retries = Retries.of(plan, loops);
        List<Reporter> reporters = IntStream.range(0, loops.size())
                .mapToObj(i -> new Reporter(recorders.get(i), ledger, retries.on(i), observer, failure, runStart))
                .toList();
        Preparer warmup = new Preparer(plan.warmupItems().sizedBy(sizing.line()), plan.format(), encoder, true);
        Preparer measured = new Preparer(plan.items().sizedBy(sizing.line()), plan.format(), encoder, false);
        Scribe scribe = new Scribe(measured, failure);
        Stage stage = Stage.set(plan, measured, warmup, loops, reporters, scribe, budget, edges);
        Load load = stage.load();
        try (scribe;
                HealthMeter health = new HealthMeter(loops, NanoClock.SYSTEM);
                Feeder feeder = new Feeder(stage.feeds(), failure, earlyStop)) {
            feeder.awaitFilled();
            WindowWatch watch = new WindowWatch(window, health, truth);
            Timeline timeline = new Timeline(loops, load, health, window);
            Thread keeper = ledger.start(
                    timeline,
                    watch,
                    () -> tally(window, books, recorders, load),
                    (second, tally) -> {
                        observer.second(second, tally.totals());
                        observer.standing(timeline.standing(second, tally.totals()));
                    },
                    failure);
            new Openings(loops, () -> interrupted).open(plan.connections()).ifPresent(conclusion::note);
            observer.ready();
            // What is there now will stay, and the first collection in the window would have to copy it.
            System.gc();
            play(load, retries, loops, window, edges);
            ledger.finish(keeper);
            failure.rethrow();
            closeConnections(loops);
            folder.writeTables(books.metrics()::forEach);
            folder.note().ifPresent(conclusion::note);
            return conclusion.of(
                    new Evidence(books, window, recorders, health, watch, edges, loops, load, earlyStop),
                    sizing,
                    state());
        }
    }

    private Tally tally(Window window, Books books, List<LoopRecorder> recorders, Load load) {
        return new Tally(
                sinceStart(window.opensNanos()),
                sinceStart(window.closesNanos()),
                books.totals(load.planned(), load.lanes().measured()),
                books.completionsInWindow(),
                recorders.stream().mapToDouble(LoopRecorder::tokensInWindow).sum(),
                books.inputTokensInWindow());
    }

    private OptionalLong sinceStart(long nanos) {
        return nanos == Window.NEVER ? OptionalLong.empty() : OptionalLong.of(nanos - start.startMonotonicNs());
    }

    /** Nothing is sent any more, and where a load took all sockets that may be opened, files need their places. */
    private static void closeConnections(List<ClientLoop> loops) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(loops.size());
        loops.forEach(loop -> loop.execute(() -> {
            loop.cancelAll();
            closed.countDown();
        }));
        closed.await();
    }

    private void play(Load load, Retries retries, List<ClientLoop> loops, Window window, WindowEdges edges)
            throws InterruptedException {
        Runnable stopNow = () -> {
            edges.closeNow(NanoClock.SYSTEM.nanoTime());
            load.stop();
            retries.end();
        };
        stop = Optional.of(stopNow);
        load.start(NanoClock.SYSTEM.nanoTime());
        if (interrupted) {
            stopNow.run();
        }
        load.lanes().awaitLastStart();
        if (!awaitEnd(load)) {
            // First of all nothing new, or each place that is cleared would be taken by a request that still waits.
            load.stop();
            retries.end();
            loops.forEach(loop -> loop.execute(loop::cancelAll));
            load.lanes().awaitEnd(CANCEL_PATIENCE);
        }
        // A sparse open load may have ended before its window has.
        while (!interrupted && !earlyStop.isOver() && window.isToClose(NanoClock.SYSTEM.nanoTime())) {
            Thread.sleep(STEP.toMillis());
        }
        edges.closeNow(NanoClock.SYSTEM.nanoTime());
        edges.awaitClosing();
    }

    private boolean awaitEnd(Load load) throws InterruptedException {
        long deadline = NanoClock.SYSTEM.nanoTime() + plan.grace().toNanos();
        boolean ended = false;
        while (!ended && !interrupted && NanoClock.SYSTEM.nanoTime() - deadline < 0) {
            ended = load.lanes().awaitEnd(STEP);
        }
        return ended;
    }

    private RunState state() {
        return interrupted ? RunState.INTERRUPTED : RunState.COMPLETE;
    }
}
