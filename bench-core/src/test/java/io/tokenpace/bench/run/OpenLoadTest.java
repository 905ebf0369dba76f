package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.RateCurve;
import io.tokenpace.bench.schedule.RateStage;
import io.tokenpace.mock.MockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OpenLoadTest {
    private static final Duration GRACE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void shouldIntendWhatThePoissonScheduleSaysHoweverLateTheClient() throws Exception {
        double perSecond = 2_000;
        int count = 400;
        RunHarness harness = new RunHarness(folder.resolve("run"));
        try (MockServer server = RunHarness.serve("steady")) {
            harness.run(plan(server, poisson(perSecond, OptionalInt.of(2 * 64)), Extent.ofRequests(0), count));
        }
        Arrivals schedule = arrivals(perSecond);
        List<JsonNode> requests = harness.requests();
        assertThat(requests).hasSize(count);
        long start =
                requests.get(0).get("intended").asLong() - arrivals(perSecond).nextOffsetNanos();
        for (JsonNode request : requests) {
            assertThat(request.get("intended").asLong() - start).isEqualTo(schedule.nextOffsetNanos());
            assertThat(RunHarness.between(request, "intended", "started")).isNotNegative();
        }
        assertThat(requests).anyMatch(request -> RunHarness.between(request, "started", "sent") > 10_000_000);
    }

    @Test
    void shouldSendExactlyAsManyMeasuredRequestsAsAskedForAndWarmupBesides() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result;
        try (MockServer server = RunHarness.serve("steady")) {
            result = harness.run(plan(server, poisson(200, OptionalInt.empty()), Extent.ofRequests(13), 57));
            assertThat(server.requests()).isEqualTo(1 + 13 + 57);
        }
        assertThat(harness.requests())
                .hasSize(57)
                .allMatch(request -> request.get("outcome").asString().equals("succeeded"));
        assertThat(harness.warmupRequests()).hasSize(13);
        assertThat(result.totals().planned()).isEqualTo(57);
        assertThat(result.totals().succeeded()).isEqualTo(57);
        assertThat(result.totals().balance()).isTrue();
    }

    @Test
    void shouldKeepWithinTheMostInFlight() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        try (MockServer server = RunHarness.serve("steady")) {
            harness.run(plan(server, poisson(1_000, OptionalInt.of(3)), Extent.ofRequests(0), 60));
        }
        assertThat(Overlap.most(harness.requests())).isEqualTo(3);
    }

    @Test
    void shouldAccountForEveryRequestThatWaitsWhenGraceIsOver() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result;
        try (MockServer server = RunHarness.serve("hanging")) {
            RunPlan plan = RunHarness.plan(
                    server.uri().toString(),
                    poisson(200, OptionalInt.of(4)),
                    Extent.ofRequests(0),
                    Extent.ofDuration(Duration.ofMillis(300)),
                    Duration.ofMillis(100));
            result = harness.run(plan);
        }
        assertThat(result.totals().balance()).as("%s balances", result.totals()).isTrue();
        assertThat(result.totals().incomplete())
                .isEqualTo(result.totals().sent())
                .isGreaterThan(4);
        assertThat(harness.requests()).hasSize((int) result.totals().sent());
    }

    @Test
    void shouldCountStagesFromTheOpeningOfTheWindow() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RateCurve stages = RateCurve.stages(List.of(
                new RateStage(50, Duration.ofMillis(200)),
                new RateStage(0, Duration.ofMillis(100)),
                new RateStage(200, Duration.ofMillis(100))));
        RunResult result;
        try (MockServer server = RunHarness.serve("steady")) {
            result = harness.run(RunHarness.plan(
                    server.uri().toString(),
                    new LoadShape.Open(stages, ArrivalProcess.CONSTANT, Duration.ZERO, OptionalInt.empty()),
                    Extent.ofDuration(Duration.ofMillis(100)),
                    Extent.ofDuration(Duration.ofMillis(400)),
                    GRACE));
        }
        List<JsonNode> warmup = harness.warmupRequests();
        assertThat(warmup).hasSize(5);
        long opens = warmup.get(0).get("intended").asLong() + 100_000_000;
        List<JsonNode> requests = harness.requests();
        assertThat(requests).hasSize(10 + 20);
        for (int i = 0; i < requests.size(); i++) {
            long expected = i < 10 ? i * 20_000_000L : 300_000_000L + (i - 10) * 5_000_000L;
            assertThat(requests.get(i).get("intended").asLong() - opens).isEqualTo(expected);
        }
        assertThat(result.client().windowS()).isEqualTo(0.4);
        assertThat(result.totals().planned()).isEqualTo(30);
    }

    private static Arrivals arrivals(double perSecond) {
        return Arrivals.of(ArrivalProcess.POISSON, RateCurve.steady(perSecond), RunHarness.SEED, "arrivals");
    }

    private static LoadShape poisson(double perSecond, OptionalInt maxInFlight) {
        return new LoadShape.Open(perSecond, ArrivalProcess.POISSON, maxInFlight);
    }

    private static RunPlan plan(MockServer server, LoadShape load, Extent warmup, int count) {
        return RunHarness.plan(server.uri().toString(), load, warmup, Extent.ofRequests(count), GRACE);
    }
}
