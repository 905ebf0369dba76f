package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.CalibrationQuote;
import io.tokenpace.bench.result.CalibrationSamples;
import io.tokenpace.bench.result.CellResult;
import io.tokenpace.bench.result.ClientHealth;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.Fits;
import io.tokenpace.bench.result.MachineHealth;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.MetricSummary;
import io.tokenpace.bench.result.Percentile;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Spent;
import io.tokenpace.bench.result.Tail;
import io.tokenpace.bench.result.Throughput;
import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    private static final Map<String, MetricSummary> METRICS = Map.of(
            "ttft", summary("ms", 200),
            "decode_rate", summary("tokens/s", 200),
            "prompt_tokens", summary("tokens", 200),
            "input_tokens", summary("tokens", 200),
            "output_tokens", summary("tokens", 200));
    private static final List<CellResult> CELLS = List.of(
            new CellResult(OptionalInt.of(1_024), OptionalInt.empty(), METRICS),
            new CellResult(OptionalInt.of(8_192), OptionalInt.empty(), METRICS));

    private static final Throughput RATES = new Throughput(OptionalDouble.of(10), OptionalDouble.of(1_000), NONE, NONE);

    /** Ten requests in flight over 20 s, on a machine that was never calibrated. */
    private static final ClientHealth UNKNOWN = health(Optional.empty());

    private static ClientHealth health(Optional<CalibrationQuote> calibration) {
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
                calibration);
    }

    private static MetricSummary summary(String unit, long count) {
        Map<String, OptionalDouble> percentiles = new LinkedHashMap<>();
        for (Percentile percentile : Percentile.ALL) {
            percentiles.put(
                    percentile.name(),
                    percentile.isKnownFrom(count) ? OptionalDouble.of(percentile.fraction() * 100) : NONE);
        }
        OptionalDouble one = OptionalDouble.of(1);
        return new MetricSummary(unit, count, one, one, one, OptionalDouble.of(99), percentiles, percentiles);
    }

    private static String print(List<Verdict.Reason> reasons, List<ErrorGroup> errors) {
        return print(reasons, errors, UNKNOWN);
    }

    private static String print(List<Verdict.Reason> reasons, List<ErrorGroup> errors, ClientHealth health) {
        return new ConsoleReport()
                .render(new RunResult(
                        RunResult.SCHEMA,
                        "id",
                        "complete",
                        Verdict.of(reasons, List.of("a note")),
                        new Manifest(
                                "0",
                                List.of(),
                                Map.of(),
                                7,
                                "d",
                                "http://h",
                                "anthropic",
                                "m",
                                "",
                                new Manifest.Machine("", List.of(), "", "", 1, 1),
                                Optional.empty()),
                        new Totals(1_200, 1_200, 1_199, 1, 0, 0),
                        METRICS,
                        RATES,
                        Spent.NOTHING,
                        new Fits(Optional.of(new Fits.Fit(48.25, List.of(47.0, 49.5)))),
                        CELLS,
                        List.of(),
                        List.of(),
                        errors,
                        Optional.of(new RetryCount(7, 1_009)),
                        Map.of(),
                        health));
    }

    @Test
    void shouldBeginWithTheVerdictAndItsReasons() {
        String text = print(List.of(new Verdict.Reason("cpu", "3 % stolen; use another machine")), List.of());
        assertThat(text).startsWith("""
                        INVALID  1,199 of 1,200 requests succeeded  http://h, model m, seed 7
                          cpu: 3 % stolen; use another machine
                        """);
    }

    @Test
    void shouldPrintTheLowTailOfARateAndTheHighTailOfATime() {
        assertThat(print(List.of(), List.of()))
                .containsPattern("PREFILL, ms .all sizes mixed. +p50 +p90 +p99 +p99\\.9 +max")
                .containsPattern("DECODE, tokens/s .all sizes mixed. +p50 +p10 +p5 +p1 +min");
    }

    @Test
    void shouldMarkAPercentileWithTooFewValuesForAnInterval() {
        assertThat(print(List.of(), List.of())).containsPattern("ttft +50\\.0 +90\\.0 +~99\\.0 +- +99\\.0");
    }

    @Test
    void shouldPrintTheSizesAskedForAboveTheSizesCounted() {
        assertThat(print(List.of(), List.of()))
                .containsPattern("SIZES, tokens +p1 +p10 +p50 +p90 +p99 +max")
                .containsPattern("asked: prompt_tokens +~1 +10 +50 +90 +~99 +99")
                .containsPattern("got: input_tokens +~1 +10 +50 +90 +~99 +99")
                .containsPattern("got: output_tokens +~1 +10");
    }

    @Test
    void shouldNameInACellOnlyTheSizeThatWasListed() {
        assertThat(print(List.of(), List.of())).contains("  1,024 x drawn ", "  8,192 x drawn ");
    }

    @Test
    void shouldPrintFailuresInTheServicesWords() {
        String text = print(
                List.of(),
                List.of(new ErrorGroup("overloaded", 529, 1, 0, "overloaded_error: Overloaded", Optional.empty())));
        assertThat(text).contains("  1 x overloaded 529: overloaded_error: Overloaded\n");
    }

    @Test
    void shouldNameTheRequestOfTheExample() {
        String text = print(
                List.of(), List.of(new ErrorGroup("overloaded", 529, 2, 0, "Overloaded", Optional.of("req_011"))));
        assertThat(text).contains("  2 x overloaded 529: Overloaded (request req_011)\n");
    }

    @Test
    void shouldTellWhatWasSentAgain() {
        String text =
                print(List.of(), List.of(new ErrorGroup("overloaded", 529, 2, 1_009, "Overloaded", Optional.empty())));
        assertThat(text)
                .contains("  2 x overloaded 529, 1,009 sent again: Overloaded\n")
                .contains("retries     7 requests were sent again, 1,009 times in all\n");
    }

    @Test
    void shouldNotLetAServiceSteerTheTerminal() {
        String text = print(
                List.of(),
                List.of(new ErrorGroup("http_4xx", 400, 1, 0, "red \u001b[31m alert\u0007", Optional.empty())));
        assertThat(text).contains("red ?[31m alert?").doesNotContain("\u001b");
    }

    @Test
    void shouldPrintTheSlopeWithItsIntervalAndTheNotes() {
        assertThat(print(List.of(), List.of()))
                .contains("48.25 ms per 1,000 prompt tokens (95 % interval 47.00 to 49.50)")
                .contains("note: a note");
    }

    @Test
    void shouldQuoteTheToolsOwnErrorAtTheLoad() {
        ClientHealth calibrated = health(CalibrationSamples.sample().at(10, 1_000));
        assertThat(print(List.of(), List.of(), calibrated)).contains("""
                        accuracy    ttft off by 40 us p50, 80 us p90, gaps by 20 and 40, calibrated at 100 streams on
                                    2026-11-20
                        """).doesNotContain("bench calibrate");
    }

    @Test
    void shouldTellHowToLearnTheToolsOwnError() {
        assertThat(print(List.of(), List.of()))
                .contains("accuracy    unknown at this load: `bench calibrate` measures this tool's own error here\n");
    }

    @Test
    void shouldStayWithinTheColumnsOfATicketInCharactersThatComeOutAlikeEverywhere() {
        String text = print(
                List.of(new Verdict.Reason("loop_lag", "woke \u00d7 \u00b5s late; ".repeat(20))),
                List.of(new ErrorGroup("http_4xx", 400, 3, 1_009, "too long ".repeat(40), Optional.of("req_011"))));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(text).matches("\\p{ASCII}+");
    }

    @Test
    void shouldCutTheExampleOfAnErrorAndNotItsRequest() {
        String text =
                print(List.of(), List.of(new ErrorGroup("reset", 0, 1, 0, "w".repeat(200), Optional.of("req_011"))));
        assertThat(text).contains("  1 x reset: " + "w".repeat(66) + "... (request req_011)\n");
    }

    @Test
    void shouldIndentWhatDoesNotFitInItsLine() {
        String text = print(List.of(new Verdict.Reason("cpu", "stolen ".repeat(15))), List.of());
        assertThat(text).contains("\n  cpu: " + "stolen ".repeat(13).strip() + "\n    stolen stolen\n");
    }

    @Test
    void shouldKeepThePhasesApartWithTheUnitsInTheirHeads() {
        assertThat(print(List.of(), List.of()))
                .containsPattern("\n\nPREFILL, ms .*\n  ttft .*\n\nDECODE, tokens/s .*\n  decode_rate .*\n\nCELLS, ");
    }
}
