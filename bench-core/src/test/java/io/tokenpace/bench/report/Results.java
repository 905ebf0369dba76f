package io.tokenpace.bench.report;

import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.MachineHealth;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.SloResult;
import io.tokenpace.bench.result.Spent;
import io.tokenpace.bench.result.Tail;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.TurnResult;
import io.tokenpace.bench.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Makes results for tests: 200 requests over 20 s, of which none failed, unless something else is said. */
final class Results {
    static final OptionalDouble NONE = OptionalDouble.empty();

    private static final Map<String, MetricSummary> METRICS =
            Map.of("ttft", summary("ms"), "tpot", summary("ms"), "decode_rate", summary("tokens/s"));

    private List<Verdict.Reason> reasons = List.of();
    private List<String> notes = List.of();
    private List<String> command = List.of("run");
    private String model = "m";
    private Map<String, MetricSummary> metrics = METRICS;
    private Fits fits = new Fits(Optional.of(new Fits.Fit(48.25, List.of(47.0, 49.5))));
    private Throughput rates = new Throughput(OptionalDouble.of(10), OptionalDouble.of(1_000), NONE, NONE);
    private List<CellResult> cells = List.of();
    private List<TurnResult> turns = List.of();
    private List<SloResult> objectives = List.of();
    private List<ErrorGroup> errors = List.of();

    static Results good() {
        return new Results();
    }

    /** Returns percentiles that are their own numbers, as 50 for p50; p99.9 and beyond take more values than there are. */
    private static MetricSummary summary(String unit) {
        Map<String, OptionalDouble> percentiles = new LinkedHashMap<>();
        for (Percentile percentile : Percentile.ALL) {
            percentiles.put(
                    percentile.name(),
                    percentile.isKnownFrom(200) ? OptionalDouble.of(percentile.fraction() * 100) : NONE);
        }
        Map<String, OptionalDouble> withFailures = new LinkedHashMap<>(percentiles);
        withFailures.put("p99", OptionalDouble.of(Double.POSITIVE_INFINITY));
        OptionalDouble one = OptionalDouble.of(1);
        return new MetricSummary(unit, 200, one, one, one, OptionalDouble.of(99), percentiles, withFailures);
    }

    Results broken(String rule, String text) {
        reasons = List.of(new Verdict.Reason(rule, text));
        return this;
    }

    Results noted(List<String> lines) {
        notes = lines;
        return this;
    }

    Results commanded(String... words) {
        command = List.of(words);
        return this;
    }

    Results ofModel(String name) {
        model = name;
        return this;
    }

    /** Lets the run have measured nothing. */
    Results empty() {
        metrics = Map.of();
        fits = Fits.NONE;
        rates = new Throughput(NONE, NONE, NONE, NONE);
        return this;
    }

    Results cells(int count) {
        cells = IntStream.rangeClosed(1, count)
                .mapToObj(size -> new CellResult(OptionalInt.of(size), OptionalInt.empty(), METRICS))
                .toList();
        return this;
    }

    Results turns(TurnResult... all) {
        turns = List.of(all);
        return this;
    }

    Results objective(String expression, double value, SloResult.Status status) {
        objectives = List.of(new SloResult(expression, value, status));
        return this;
    }

    Results errors(List<ErrorGroup> groups) {
        errors = groups;
        return this;
    }

    Results error(String example) {
        return errors(List.of(new ErrorGroup("overloaded", 529, 3, 0, example, Optional.of("req_1"))));
    }

    RunResult result() {
        return new RunResult(
                RunResult.SCHEMA,
                "20261120T203800Z-sonnet",
                "complete",
                Verdict.of(reasons, notes),
                new Manifest(
                        "0.1.0",
                        command,
                        Map.of(),
                        7,
                        "d",
                        "http://h",
                        "anthropic",
                        model,
                        "2026-11-20T20:38:00.123Z",
                        new Manifest.Machine("", List.of(), "", "", 1, 1),
                        Optional.empty()),
                new Totals(200, 200, 200, 0, 0, 0),
                metrics,
                rates,
                Spent.NOTHING,
                fits,
                cells,
                turns,
                objectives,
                errors,
                Optional.empty(),
                Map.of(),
                health());
    }

    private static ClientHealth health() {
        return new ClientHealth(
                1,
                20,
                Tail.NONE,
                Tail.NONE,
                List.of(),
                Tail.NONE,
                0,
                0,
                0,
                200,
                200,
                NONE,
                NONE,
                0,
                0,
                0,
                MachineHealth.UNKNOWN,
                Optional.empty(),
                Optional.empty());
    }
}
