package io.tokenpace.bench.run;

import io.tokenpace.bench.analysis.ErrorLimit;
import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.measure.Findings;
import io.tokenpace.bench.measure.RequestRecords;
import io.tokenpace.bench.measure.Validity;
import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.MachineHealth;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.RunState;
import io.tokenpace.bench.result.Tail;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Draws a run's result from its evidence, or from its failure to begin. */
final class Conclusion {
    private static final String BUDGET = "budget";
    private static final Totals NO_REQUESTS = new Totals(0, 0, 0, 0, 0, 0);

    private final RunPlan plan;
    private final Budget budget;
    private final RunIdentity identity;
    private final Diagnosis diagnosis;
    private final FailureBook before = new FailureBook();
    private final List<String> more = new ArrayList<>();

    Conclusion(RunPlan plan, RunIdentity identity, Budget budget) {
        this.plan = plan;
        this.budget = budget;
        this.identity = identity;
        this.diagnosis = new Diagnosis(
                identity.manifest(), plan.format().path(), plan.target().forwardingProxies());
    }

    /** Returns what stands in the folder until the run has ended. */
    RunResult unfinished() {
        return empty(
                RunState.RUNNING,
                new Verdict.Reason(Verdict.UNFINISHED, "the run has not ended, or was killed before it could"),
                List.of());
    }

    /** Books a small request that was sent before the load. */
    void addBefore(Exchange request) {
        before.add(RequestRecords.of(request, request.intendedNanos()));
    }

    /** Adds what a reader should know that the evidence does not show. */
    void note(String text) {
        more.add(text);
    }

    /** Returns the result of a run whose target could not even answer a small request, which was booked. */
    RunResult unusable(Exchange request, RunState state) {
        ErrorKind kind = request.error().orElse(ErrorKind.CANCELLED);
        return empty(state, unusable(kind, request.status(), request.errorText()), before.errors());
    }

    /** Returns the result of a run whose target, or its proxy, has a name that nobody knows. */
    RunResult unknownHost(String name) {
        String text = "unknown host: " + name;
        return empty(
                RunState.COMPLETE,
                unusable(ErrorKind.CONNECT, 0, text),
                List.of(new ErrorGroup(ErrorKind.CONNECT.label(), 0, 1, 0, text, Optional.empty())));
    }

    private Verdict.Reason unusable(ErrorKind kind, int status, String text) {
        return new Verdict.Reason(Verdict.TARGET, diagnosis.of(kind, status, text) + "; no load was started");
    }

    /** Returns the result of a run whose bounds do not even allow its first requests. */
    RunResult withoutRoom(RunState state) {
        String why = "--max-total-tokens or --max-cost has no room for a small request to each endpoint; raise it";
        return empty(state, new Verdict.Reason(BUDGET, why), List.of());
    }

    RunResult of(Evidence evidence, Sizing sizing, RunState state) {
        Books books = evidence.books();
        Totals totals = evidence.totals();
        ClientHealth health = evidence.clientHealth(state, identity.calibration());
        List<Verdict.Reason> broken =
                Validity.judge(health, totals, evidence.load().users(), books.smallestMedianTtftMs());
        Findings findings = plan.terms().ceiling() ? Findings.atCeiling(broken) : Findings.of(broken);
        List<Verdict.Reason> reasons = new ArrayList<>(findings.reasons());
        books.failures().errors().stream()
                .filter(error -> error.kind().equals(ErrorKind.CLIENT.label()))
                .map(error -> new Verdict.Reason(
                        "client", error.count() + " requests failed by the client's own doing: " + error.example()))
                .forEach(reasons::add);
        if (budget.isExhausted() && totals.sent() == 0) {
            reasons.add(
                    0,
                    new Verdict.Reason(
                            BUDGET,
                            "not even one measured request fitted into what was left; raise "
                                    + "--max-total-tokens or --max-cost, or ask for smaller requests"));
        }
        evidence.earlyStop().broken().ifPresent(why -> reasons.add(0, new Verdict.Reason(Verdict.DATA, why)));
        return new RunResult(
                RunResult.SCHEMA,
                identity.id(),
                state.label(),
                Verdict.of(reasons, notes(evidence, findings, sizing, health)),
                identity.manifest(),
                totals,
                books.metrics().summarize(books.failed()),
                evidence.throughput(),
                budget.spending().spent(),
                books.fits(),
                books.cells(),
                books.turns(),
                List.of(ErrorLimit.judge(totals)),
                books.failures().errors(),
                retries(books.failures().retries()),
                books.stopReasons(),
                health);
    }

    private Optional<RetryCount> retries(RetryCount count) {
        return plan.retries() == 0 ? Optional.empty() : Optional.of(count);
    }

    private List<String> notes(Evidence evidence, Findings findings, Sizing sizing, ClientHealth health) {
        List<String> notes = new ArrayList<>();
        evidence.earlyStop().reason().ifPresent(rule -> notes.add("nothing more was sent once " + rule));
        notes.addAll(findings.notes());
        if (before.retries().requests() > 0) {
            notes.add("small requests before the load were sent again, "
                    + before.retries().attempts() + " times in all");
        }
        notes.addAll(more);
        sizing.note().ifPresent(notes::add);
        budget.note().ifPresent(notes::add);
        notes.addAll(evidence.books().notes());
        notes.addAll(evidence.load().lanes().talks().notes());
        notes.addAll(plan.items().notes());
        notes.addAll(plan.target().notes());
        if (evidence.misdeclaredStreams() > 0) {
            notes.add(evidence.misdeclaredStreams()
                    + " answers were streams of events under another content type; they were read all the same");
        }
        if (health.staleConnections() > 0) {
            notes.add(health.staleConnections()
                    + " requests were sent again because the service had closed an idle connection");
        }
        if (health.overflows() > 0) {
            notes.add(health.overflows() + " values were beyond the range of a histogram and are in none");
        }
        return notes;
    }

    private RunResult empty(RunState state, Verdict.Reason reason, List<ErrorGroup> errors) {
        ClientHealth nothing = new ClientHealth(
                plan.usefulLoops(),
                0,
                Tail.NONE,
                Tail.NONE,
                List.of(),
                Tail.NONE,
                0,
                0,
                0,
                0,
                0,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0,
                0,
                0,
                MachineHealth.UNKNOWN,
                Optional.empty(),
                Optional.empty());
        return new RunResult(
                RunResult.SCHEMA,
                identity.id(),
                state.label(),
                Verdict.of(List.of(reason), before.note().stream().toList()),
                identity.manifest(),
                NO_REQUESTS,
                Map.of(),
                Throughput.NONE,
                budget.spending().spent(),
                Fits.NONE,
                List.of(),
                List.of(),
                List.of(),
                errors,
                retries(before.retries()),
                Map.of(),
                nothing);
    }
}
