package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.run.Outlook;
import io.tokenpace.bench.run.RunPlan;
import io.tokenpace.bench.run.Terms;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.bench.workload.trace.TraceWorkload;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** What is to be run: where the load goes, what it is made of, what drives it and what it may use. */
final class RunOptions implements AutoCloseable {
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

    private final OpenItems opened = new OpenItems();

    /** Returns the service to measure, or nothing where that is the embedded mock. */
    Optional<Target> service() {
        List<Endpoint> endpoints = target.endpoints();
        return endpoints.isEmpty()
                ? Optional.empty()
                : Optional.of(way.to(endpoints, keys.headers(target.api() == Api.ANTHROPIC)));
    }

    /** Returns the profile of the embedded mock. */
    String profile() {
        return target.profile();
    }

    Api api() {
        return target.api();
    }

    long seed() {
        return workload.seed();
    }

    String model() {
        return target.model();
    }

    boolean isModelNamed() {
        return target.isModelNamed();
    }

    void useModel(String name) {
        target.useModel(name);
    }

    /** Returns whether it was agreed beforehand to what a run may use. */
    boolean isAgreed() {
        return money.yes();
    }

    /** Returns what holds the run's use within bounds, in words, if anything does. */
    Optional<String> boundText() {
        return money.boundText();
    }

    /** Returns the same for options that ask the same of a service, whatever the seed. */
    String digest(RunPlan plan) {
        return Manifests.digest(
                workload.digest(target.endpoints().isEmpty()),
                plan.load(),
                parameters(plan.target().first().host()));
    }

    /** Returns what a run against this service, or against the embedded mock, would send; all options are held to the rules. */
    Forecast forecast(Optional<Target> service) {
        boolean mock = service.isEmpty();
        format(service.map(to -> to.first().host()).orElse(LOOPBACK));
        retries.most();
        int endpoints = service.map(to -> to.endpoints().size()).orElse(1);
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

    /** Returns what the options ask for, all of them held to the rules. */
    RunPlan plan(Target service, boolean mock) {
        Optional<TraceWorkload> trace = trace();
        if (trace.isPresent()) {
            TraceWorkload requests = trace.get();
            return plan(service, load.replaying(workload.traceName(), () -> requests::offsetNanos), requests, requests);
        }
        LoadShape shape = load.shape(mock);
        OpenFileLimit.ofProcess().requireRoomFor(shape, way.connections(), mock);
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
                way.connections(),
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

    @Override
    public void close() {
        opened.close();
    }
}
