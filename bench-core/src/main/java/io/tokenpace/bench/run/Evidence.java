package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.measure.HealthMeter;
import io.tokenpace.bench.measure.LoopRecorder;
import io.tokenpace.bench.measure.Tails;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.result.CalibrationQuote;
import io.tokenpace.bench.result.CalibrationResult;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RunState;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Totals;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Everything that was gathered during a run, from which its conclusion is drawn. */
record Evidence(
        Books books,
        Window window,
        List<LoopRecorder> recorders,
        HealthMeter health,
        WindowWatch watch,
        WindowEdges edges,
        List<ClientLoop> loops,
        Load load,
        EarlyStop earlyStop) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double THOUSAND = 1_000;

    Totals totals() {
        return books.totals(load.planned(), load.lanes().measured());
    }

    /** Returns how many streams of events came under another content type. */
    long misdeclaredStreams() {
        return loops.stream().mapToLong(ClientLoop::misdeclaredStreams).sum();
    }

    Throughput throughput() {
        double tokens =
                recorders.stream().mapToDouble(LoopRecorder::tokensInWindow).sum();
        return new Throughput(
                perSecond(books.completionsInWindow()),
                perSecond(tokens),
                perSecond(books.inputTokensInWindow()),
                OptionalDouble.empty());
    }

    /** @param calibration of this machine, if there is one */
    ClientHealth clientHealth(RunState state, Optional<CalibrationResult> calibration) {
        double windowNanos = window.lengthNanos();
        return new ClientHealth(
                recorders.size(),
                seconds(window.lengthNanos()),
                Tails.of(books.metrics().of(Metric.SEND_LAG)),
                health.loopLag(),
                health.loopLags(),
                health.hiccup(),
                share(health.usedNanos(), windowNanos),
                share(health.withheldNanos(), windowNanos),
                health.gcMillis(),
                seconds(edges.busyNanos()),
                seconds(books.overlapNanos()),
                load.users().isPresent()
                        ? OptionalDouble.of(share(edges.busyNanos() + edges.pausedNanos(), windowNanos))
                        : OptionalDouble.empty(),
                load.users().isPresent() ? OptionalDouble.empty() : arrivalsOnTime(state),
                load.emptyQueues(),
                books.staleConnections(),
                books.metrics().overflows(),
                health.machine(window.lengthNanos()),
                watch.mockHealth(),
                calibration.flatMap(this::quote));
    }

    /** Returns the tool's own error at the load that this run carried. */
    private Optional<CalibrationQuote> quote(CalibrationResult calibration) {
        double windowNanos = window.lengthNanos();
        return windowNanos == 0
                ? Optional.empty()
                : calibration.at(
                        edges.busyNanos() / windowNanos,
                        throughput().outputTokensPerS().orElse(0));
    }

    /** A run that was ended early is judged by what it had taken up, since nobody was to send the rest. */
    private OptionalDouble arrivalsOnTime(RunState state) {
        boolean early = state == RunState.INTERRUPTED || earlyStop.isOver();
        long due = early ? load.lanes().measured() : load.planned();
        return due == 0 ? OptionalDouble.empty() : OptionalDouble.of(share(books.takenUpInWindow(), due));
    }

    private OptionalDouble perSecond(double amount) {
        double windowNanos = window.lengthNanos();
        return windowNanos == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(rounded(amount * NANOS_PER_SECOND / windowNanos));
    }

    private static double seconds(long nanos) {
        return rounded(nanos / NANOS_PER_SECOND);
    }

    private static double share(double part, double whole) {
        return whole == 0 ? 0 : rounded(part / whole);
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}
