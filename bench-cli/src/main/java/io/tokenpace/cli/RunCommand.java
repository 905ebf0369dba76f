package io.tokenpace.cli;

import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.report.ForecastReport;
import io.tokenpace.bench.report.Outlay;
import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.run.FirstModel;
import io.tokenpace.bench.run.GroundTruth;
import io.tokenpace.bench.run.LoadRun;
import io.tokenpace.bench.run.RunIdentity;
import io.tokenpace.bench.run.RunPlan;
import io.tokenpace.bench.workload.source.DataException;
import io.tokenpace.mock.profile.Profile;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
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
    @Mixin
    private final RunOptions options = new RunOptions();

    @Mixin
    private OutputOptions output;

    @Mixin
    private RecordsOptions records;

    @Mixin
    private ScenarioOption scenario;

    @Option(names = "--dry-run", description = "Print how much would be sent, how large and when, and send nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (options) {
            return dryRun ? foretell() : run(options.service());
        } catch (IllegalArgumentException | DataException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    @Override
    public ScenarioOption scenario() {
        return scenario;
    }

    /** Everything that a run would refuse is refused here as well. */
    private int foretell() throws IOException {
        Optional<Target> service = options.service();
        if (service.isEmpty()) {
            Profiles.load(options.profile());
        }
        Forecast forecast = options.forecast(service);
        PrintWriter out = spec.commandLine().getOut();
        out.print(output.isJson() ? ForecastReport.json(forecast) : ForecastReport.table(forecast));
        out.flush();
        return ExitCode.GOOD;
    }

    /** Returns what is to be run, beyond where its results go. */
    RunOptions options() {
        return options;
    }

    private int run(Optional<Target> service) throws IOException, InterruptedException {
        if (service.isPresent()) {
            service.get().notes().forEach(note -> warn("WARNING: " + note));
            return run(service.get(), service.get().first().host(), Optional.empty());
        }
        Profile profile = Profiles.load(options.profile());
        try (EmbeddedMock mock = EmbeddedMock.start(profile, options.seed())) {
            return run(Target.of(mock.endpoint(options.api())), profile.name(), Optional.of(mock));
        }
    }

    private int run(Target service, String name, Optional<GroundTruth> mock) throws IOException, InterruptedException {
        RunPlan plan = options.plan(service, mock.isPresent());
        if (mock.isEmpty() && !isAgreedTo(service)) {
            return ExitCode.USAGE;
        }
        if (mock.isEmpty() && !options.isModelNamed()) {
            FirstModel.of(service, plan.format(), plan.timeouts()).ifPresent(options::useModel);
            plan = options.plan(service, false);
        }
        Rehearsal.hold(options.api());
        LogStart start = new LogStart(Instant.now(), System.nanoTime());
        String id = output.id(start.startUtc(), name);
        Manifest manifest = manifest(
                plan, mock.isPresent() ? "embedded mock " + name : service.toString(), mock.isPresent(), start);
        try (RunFolder folder = records.create(output.folder(id), start, plan.seed())) {
            return execute(plan, new RunIdentity(id, manifest, ThisMachine.calibration()), folder, start, mock);
        }
    }

    private void warn(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    /** Nothing may be sent to a service elsewhere, not even one small request, before this. */
    private boolean isAgreedTo(Target service) throws IOException {
        if (Consent.isNeedless(service)) {
            return true;
        }
        PrintWriter err = spec.commandLine().getErr();
        Forecast forecast = options.forecast(Optional.of(service));
        err.print(Outlay.lines(Consent.destination(service), options.model(), forecast, options.boundText()));
        err.flush();
        boolean agreed = Consent.ofProcess(err).isGiven(options.isAgreed());
        if (!agreed) {
            err.println("nothing was sent");
            err.flush();
        }
        return agreed;
    }

    private Manifest manifest(RunPlan plan, String targetName, boolean isMock, LogStart start) {
        return new Manifest(
                Version.number(),
                Manifests.command(spec.commandLine().getParseResult()),
                Manifests.options(spec.commandLine().getParseResult()),
                plan.seed(),
                options.digest(plan),
                targetName,
                options.api().label(),
                options.model(),
                start.startUtc().toString(),
                Manifests.machine(),
                isMock ? Optional.of(Profiles.text(options.profile())) : Optional.empty());
    }

    private int execute(
            RunPlan plan, RunIdentity identity, RunFolder folder, LogStart start, Optional<GroundTruth> mock)
            throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = Progress.of(err, output.quiet(), plan.extent());
        LoadRun run = new LoadRun(plan, identity, folder, start, progress, mock);
        Interruption interruption = Interruption.of(run::interrupt);
        try {
            RunResult result = watched(run, progress);
            out.print(output.format().render(result));
            out.flush();
            boolean reported = FinishedRun.report(folder.path(), err);
            err.println("results in " + folder.path());
            err.flush();
            return reported ? ExitCode.of(result) : ExitCode.INTERNAL_ERROR;
        } catch (IOException | UncheckedIOException e) {
            throw new IOException(
                    folder.path() + " can no longer be written: " + Wording.of(e) + "; `bench report " + folder.path()
                            + "` puts together what was there before",
                    e);
        } finally {
            interruption.end();
        }
    }

    private static RunResult watched(LoadRun run, Progress progress) throws IOException, InterruptedException {
        try (progress) {
            return run.execute();
        }
    }
}
