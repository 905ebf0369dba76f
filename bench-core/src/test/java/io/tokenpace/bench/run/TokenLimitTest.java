package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.mock.MockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A run that reaches its limit of tokens ends, and what it leaves behind adds up. */
class TokenLimitTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final long TOKENS = 1_000;

    /** What is held at the end for requests under way, of which a slow machine has more, may come back unused. */
    private static final long FEWEST = TOKENS / 2;

    @TempDir
    Path folder;

    static Stream<LoadShape> loads() {
        return Stream.of(
                new LoadShape.Closed(5),
                new LoadShape.Closed(5, Duration.ofMillis(100)),
                new LoadShape.Open(200, ArrivalProcess.POISSON, OptionalInt.of(3)),
                new LoadShape.Open(200, ArrivalProcess.CONSTANT, OptionalInt.empty()));
    }

    @ParameterizedTest
    @MethodSource("loads")
    void shouldEndTheRunAndSayWhy(LoadShape load) throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = run(harness, load, Extent.ofRequests(10), Extent.ofDuration(LONG));
        assertThat(result.state()).isEqualTo("complete");
        assertThat(result.verdict().notes())
                .anyMatch(note -> note.startsWith(
                        "nothing more was sent once --max-total-tokens (1000) had no room for the next"));
        assertThat(result.totals().balance()).as("%s balances", result.totals()).isTrue();
        assertThat(result.totals().sent()).isEqualTo(harness.requests().size());
        assertThat(result.verdict().reasons()).noneMatch(reason -> reason.rule().equals("arrivals"));
        assertThat(tokens(harness)).isBetween(FEWEST, TOKENS);
    }

    @ParameterizedTest
    @MethodSource("loads")
    void shouldLeaveMostOfItToWhatIsMeasuredHoweverLongTheWarmup(LoadShape load) throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = run(harness, load, Extent.ofRequests(300), Extent.ofDuration(LONG));
        assertThat(result.state()).isEqualTo("complete");
        assertThat(result.verdict().notes())
                .anyMatch(note ->
                        note.endsWith("of the warm-up were left out: it may take a tenth of --max-total-tokens"));
        assertThat(tokens(harness.warmupRequests())).isLessThanOrEqualTo(TOKENS / 10);
        assertThat(tokens(harness.requests())).isGreaterThan(FEWEST - TOKENS / 10);
        assertThat(tokens(harness)).isLessThanOrEqualTo(TOKENS);
    }

    @Test
    void shouldReportWhatWasDealtButNotStartedAsDropped() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        LoadShape load = new LoadShape.Open(200, ArrivalProcess.CONSTANT, OptionalInt.empty());
        RunResult result = run(harness, load, Extent.ofRequests(0), Extent.ofRequests(2_000));
        assertThat(result.totals().planned()).isEqualTo(2_000);
        assertThat(result.totals().dropped()).isEqualTo(2_000 - result.totals().sent());
        assertThat(result.verdict().reasons()).noneMatch(reason -> reason.rule().equals("arrivals"));
    }

    @Test
    void shouldGiveUpWhatStillWaitsForAPlace() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        LoadShape load = new LoadShape.Open(2_000, ArrivalProcess.CONSTANT, OptionalInt.of(4));
        RunResult result = run(harness, load, Extent.ofRequests(0), Extent.ofRequests(400));
        assertThat(result.totals().planned()).isEqualTo(400);
        assertThat(result.totals().incomplete()).isGreaterThan(200);
        assertThat(result.totals().balance()).as("%s balances", result.totals()).isTrue();
        assertThat(tokens(harness)).isBetween(FEWEST, TOKENS);
    }

    private static RunResult run(RunHarness harness, LoadShape load, Extent warmup, Extent extent) throws Exception {
        try (MockServer server = RunHarness.serve("steady")) {
            return harness.run(RunHarness.plan(
                    server.uri().toString(),
                    load,
                    warmup,
                    extent,
                    Terms.within(Bounds.ofTokens(TOKENS)),
                    Duration.ofSeconds(20)));
        }
    }

    private static long tokens(RunHarness harness) throws Exception {
        return tokens(harness.requests()) + tokens(harness.warmupRequests());
    }

    private static long tokens(List<JsonNode> requests) {
        return requests.stream()
                .filter(request -> request.get("outcome").asString().equals("succeeded"))
                .mapToLong(TokenLimitTest::tokens)
                .sum();
    }

    private static long tokens(JsonNode request) {
        return request.get("input_tokens").asLong()
                + request.get("output_tokens").asLong();
    }
}
