package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.report.ForecastReport;
import io.tokenpace.bench.report.Outlay;
import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.SloResult;
import io.tokenpace.bench.result.Verdict;
import io.tokenpace.bench.run.FirstModel;
import io.tokenpace.bench.run.GroundTruth;
import io.tokenpace.bench.run.LoadRun;
import io.tokenpace.bench.run.Outlook;
import io.tokenpace.bench.run.RunIdentity;
import io.tokenpace.bench.run.RunObserver;
import io.tokenpace.bench.run.RunPlan;
import io.tokenpace.bench.run.Terms;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.bench.workload.trace.TraceWorkload;
import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench run}: one load run. */
@Command(
        name = "run",
        description = "Runs one load and measures it. With no URL it starts the embedded mock and measures that.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  bench run --mock metronome -c 50 -n 500 --max-tokens 32",
            "  bench run http://127.0.0.1:8000/v1 --rate 20 --arrival poisson -d 1m",
            "  bench run http://127.0.0.1:8080 --api anthropic --stages 10/s:30s,50/s:1m",
            "  bench run --prompt-tokens lognormal:800+-600 --max-tokens uniform:16..64 -r 40 --dry-run",
            "  bench run http://127.0.0.1:8000/v1 --scenario chat --rate 5"
        })
final class RunCommand implements Callable<Integer>, ScenarioOption.Bearer {
    private static final long UNKNOWN_WARMUP = 4_096;
    private static final String LOOPBACK = "127.0.0.1";

    @Mixin
    private TargetOptions target;

    @Mixin
    private KeyOptions keys;

    @Mixin
    private WayOptions way;

    @Mixin
    private WorkloadOptions workload;

    @Mixin
    private AnswerOptions answers;

    @Mixin
    private LoadOptions load;

    @Mixin
    private TermsOptions terms;

    @Mixin
    private MoneyOptions money;

    @Mixin
    private RetryOptions retries;

    @Mixin
    private OutputOptions output;

    @Mixin
    private ScenarioOption scenario;

    @Option(names = "--dry-run", description = "Print how much would be sent, how large and when, and send nothing.")
    private boolean dryRun;

    private final OpenItems opened = new OpenItems();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (opened) {
            return dryRun ? foretell(service()) : run(service());
        } catch (IllegalArgumentException | DataException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    @Override
    public ScenarioOption scenario() {
        return scenario;
    }

    /** Returns the service to measure, or nothing where that is the embedded mock. */
    private Optional<Target> service() {
        List<Endpoint> endpoints = target.endpoints();
        return endpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(way.to(endpoints, keys.headers(target.api() == Api.ANTHROPIC)));
    }

    /** Everything that a run would refuse is refused here as well. */
    private int foretell(Optional<Target> service) throws IOException {
        boolean mock = service.isEmpty();
        if (mock) {
            Profiles.load(target.profile());
        }
        format(service.map(to -> to.first().host()).orElse(LOOPBACK));
        retries.most();
        Forecast forecast =
                forecast(mock, service.map(to -> to.endpoints().size()).orElse(1));
        PrintWriter out = spec.commandLine().getOut();
        out.print(output.isJson() ? ForecastReport.json(forecast) : ForecastReport.table(forecast));
        out.flush();
        return ExitCode.GOOD;
    }

    private Forecast forecast(boolean mock, int endpoints) {
        Forecast forecast = forecast(mock).withBefore(Outlook.mostTokensBefore(sampled(mock), endpoints));
        return money.price(target.model()).map(forecast::pricedAt).orElse(forecast);
    }

    /** Returns the items whose prompts a service counts before the load. */
    private Workload sampled(boolean mock) {
        Optional<TraceWorkload> trace = trace();
        return trace.isPresent() ? trace.get() : opened.keep(workload.items(target.model(), mock, 0));
    }

    private Forecast forecast(boolean mock) {
        Optional<TraceWorkload> trace = trace();
        if (trace.isPresent()) {
            return outlook(load.replaying(workload.traceName(), () -> trace().orElseThrow()::offsetNanos))
                    .traced(trace.get());
        }
        LoadShape shape = load.shape(mock);
        workload.requireUseIn(shape);
        if (workload.isSized()) {
            return outlook(shape).drawn(workload.items(target.model(), mock, 0));
        }
        return outlook(shape).estimated(opened.keep(workload.items(target.model(), mock, warmupRequests(shape))));
    }

    private Outlook outlook(LoadShape shape) {
        terms().requireFit(shape);
        return new Outlook(shape, load.warmup(shape), load.extent(shape), workload.seed());
    }

    private Terms terms() {
        return terms.terms(money.bounds(target.model()));
    }

    /** Returns the requests of the trace, if one is to be replayed; each time anew, from its beginning. */
    private Optional<TraceWorkload> trace() {
        return workload.trace(target.model()).map(opened::keep);
    }

    private int run(Optional<Target> service) throws IOException, InterruptedException {
        if (service.isPresent()) {
            service.get().notes().forEach(note -> warn("WARNING: " + note));
            return run(service.get(), service.get().first().host(), Optional.empty());
        }
        Profile profile = Profiles.load(target.profile());
        try (EmbeddedMock mock = EmbeddedMock.start(profile, workload.seed())) {
            return run(Target.of(mock.endpoint(target.api())), profile.name(), Optional.of(mock));
        }
    }

    private int run(Target service, String name, Optional<GroundTruth> mock) throws IOException, InterruptedException {
        RunPlan plan = plan(service, mock.isPresent());
        if (mock.isEmpty() && !isAgreedTo(service)) {
            return ExitCode.USAGE;
        }
        if (mock.isEmpty() && !target.isModelNamed()) {
            FirstModel.of(service, plan.format(), plan.timeouts()).ifPresent(target::useModel);
            plan = plan(service, false);
        }
        Rehearsal.hold(target.api());
        LogStart start = new LogStart(Instant.now(), System.nanoTime());
        String id = output.id(start.startUtc(), name);
        Manifest manifest = manifest(plan, mock.isPresent() ? "embedded mock " + name : service.toString(), start);
        try (RunFolder folder = create(output.folder(id), start)) {
            RunResult result = execute(plan, new RunIdentity(id, manifest), folder, start, mock);
            return exitCode(result);
        }
    }

    private void warn(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** Nothing may be sent to a service elsewhere, not even one small request, before this. */
    private boolean isAgreedTo(Target service) throws IOException {
        if (service.endpoints().stream().map(Endpoint::host).allMatch(Consent::isNeedless)) {
            return true;
        }
        PrintWriter err = spec.commandLine().getErr();
        Forecast forecast = forecast(false, service.endpoints().size());
        err.print(Outlay.lines(service.toString(), target.model(), forecast, money.boundText()));
        err.flush();
        boolean agreed = Consent.ofProcess(err).isGiven(money.yes());
        if (!agreed) {
            err.println("nothing was sent");
            err.flush();
        }
        return agreed;
    }

    /** Returns what the options ask for, all of them held to the rules. */
    RunPlan plan(Target service, boolean mock) {
        Optional<TraceWorkload> trace = trace();
        if (trace.isPresent()) {
            TraceWorkload requests = trace.get();
            return plan(service, load.replaying(workload.traceName(), () -> requests::offsetNanos), requests, requests);
        }
        LoadShape shape = load.shape(mock);
        workload.requireUseIn(shape);
        return plan(
                service,
                shape,
                opened.keep(workload.warmupItems(target.model(), mock)),
                opened.keep(workload.items(target.model(), mock, warmupRequests(shape))));
    }

    private RunPlan plan(Target service, LoadShape shape, Workload warmupItems, Workload items) {
        return new RunPlan(
                service,
                format(service.first().host()),
                target.timeouts(),
                warmupItems,
                items,
                shape,
                load.warmup(shape),
                load.extent(shape),
                terms(),
                load.grace(target.timeouts().total()),
                workload.seed(),
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                retries.most());
    }

    private WireFormat format(String host) {
        return target.api().format(parameters(host), host);
    }

    private Parameters parameters(String host) {
        return answers.parameters(target.api().takesIgnoreEos(host));
    }

    /** Returns how many requests the warm-up takes; some thousand where the answers decide that. */
    private long warmupRequests(LoadShape shape) {
        return Outlook.warmupRequests(shape, load.warmup(shape), workload.seed())
                .orElse(UNKNOWN_WARMUP);
    }

    private Manifest manifest(RunPlan plan, String targetName, LogStart start) {
        boolean mock = target.endpoints().isEmpty();
        return new Manifest(
                Version.number(),
                Manifests.command(spec.commandLine().getParseResult()),
                Manifests.options(spec.commandLine().getParseResult()),
                plan.seed(),
                Manifests.digest(
                        workload.digest(mock),
                        plan.load(),
                        parameters(plan.target().first().host())),
                targetName,
                target.api().label(),
                target.model(),
                start.startUtc().toString(),
                Manifests.machine());
    }

    private RunFolder create(Path path, LogStart start) {
        try {
            return RunFolder.create(path, start);
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--out (" + path + ") cannot be written: " + Wording.of(e), e);
        }
    }

    private RunResult execute(
            RunPlan plan, RunIdentity identity, RunFolder folder, LogStart start, Optional<GroundTruth> mock)
            throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = new Progress(err, Boolean.getBoolean("tokenpace.terminal"));
        RunObserver observer = output.quiet() ? (second, soFar) -> {} : progress;
        LoadRun run = new LoadRun(plan, identity, folder, start, observer, mock);
        Interruption interruption = Interruption.of(run::interrupt);
        try {
            RunResult result = run.execute();
            if (!output.quiet()) {
                progress.end();
            }
            out.print(output.format().render(result));
            out.flush();
            err.println("results in " + folder.path());
            err.flush();
            return result;
        } finally {
            interruption.end();
        }
    }

    private static int exitCode(RunResult result) {
        if (result.verdict().reasons().stream().anyMatch(reason -> reason.rule().equals(Verdict.DATA))) {
            return ExitCode.USAGE;
        }
        if (result.totals().succeeded() == 0) {
            return ExitCode.TARGET_UNUSABLE;
        }
        if (result.verdict().status() == Verdict.Status.INVALID) {
            return ExitCode.INVALID;
        }
        boolean missed = result.slos().stream().anyMatch(slo -> slo.status() == SloResult.Status.MISSED);
        return missed ? ExitCode.SLO_MISSED : ExitCode.GOOD;
    }
}
