package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.RateCurve;
import io.tokenpace.mock.MockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A load that rises: its ramp is before the warm-up, and outside all figures. */
class RampTest {
    private static final int USERS = 5;
    private static final Duration RAMP = Duration.ofMillis(500);
    private static final Duration GRACE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private RunResult run(RunHarness harness, LoadShape load, Extent warmup, Extent extent) throws Exception {
        try (MockServer server = RunHarness.serve("steady")) {
            return harness.run(RunHarness.plan(server.uri().toString(), load, warmup, extent, GRACE));
        }
    }

    private static List<Long> stamps(Stream<JsonNode> requests, String name) {
        return requests.map(request -> request.get(name).asLong()).sorted().toList();
    }

    @Test
    void shouldStartUsersEvenlyAndNeverLetThemWait() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        run(harness, new LoadShape.Closed(USERS, RAMP), Extent.ofRequests(USERS), Extent.ofRequests(60));
        Stream<JsonNode> all = Stream.concat(harness.warmupRequests().stream(), harness.requests().stream());
        List<JsonNode> requests = all.toList();
        Set<Long> ends = stamps(requests.stream(), "end").stream().collect(Collectors.toSet());
        List<Long> starts = stamps(requests.stream(), "intended").stream()
                .filter(intended -> !ends.contains(intended))
                .toList();
        assertThat(starts).hasSize(USERS);
        for (int i = 1; i < USERS; i++) {
            assertThat(starts.get(i) - starts.get(i - 1)).isEqualTo(RAMP.toNanos() / USERS);
        }
    }

    @Test
    void shouldMeasureAClosedLoadOnlyOnceItHasRisenAndWarmedUp() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = run(harness, new LoadShape.Closed(USERS, RAMP), Extent.ofRequests(7), Extent.ofRequests(60));
        List<Long> warmup = stamps(harness.warmupRequests().stream(), "intended");
        List<Long> measured = stamps(harness.requests().stream(), "intended");
        long rampEnds = warmup.get(0) + RAMP.toNanos();
        assertThat(warmup.stream().filter(intended -> intended >= rampEnds)).hasSizeGreaterThanOrEqualTo(7);
        assertThat(measured.get(0)).isGreaterThan(warmup.get(warmup.size() - 1));
        assertThat(measured).hasSize(60);
        assertThat(result.totals().succeeded()).isEqualTo(60);
        assertThat(result.totals().planned()).isEqualTo(60);
    }

    @Test
    void shouldEndARisenClosedLoadAfterItsTime() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = run(
                harness,
                new LoadShape.Closed(USERS, RAMP),
                Extent.ofDuration(Duration.ofMillis(100)),
                Extent.ofDuration(Duration.ofMillis(300)));
        List<Long> measured = stamps(harness.requests().stream(), "intended");
        assertThat(measured.get(measured.size() - 1) - measured.get(0)).isLessThan(300_000_000);
        assertThat(result.client().windowS()).isEqualTo(0.3);
        assertThat(result.totals().balance()).isTrue();
    }

    @Test
    void shouldIntendWhatTheRisingRateSaysAndThenTheSteadyOne() throws Exception {
        LoadShape.Open load =
                new LoadShape.Open(RateCurve.steady(200), ArrivalProcess.CONSTANT, RAMP, OptionalInt.empty());
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = run(harness, load, Extent.ofRequests(10), Extent.ofRequests(30));
        List<Long> warmup = stamps(harness.warmupRequests().stream(), "intended");
        // 200/s reached after 500 ms: 50 requests on the way, then 10 more, 5 ms apart.
        assertThat(warmup).hasSize(50 + 10);
        Arrivals schedule = load.warmupArrivals(RunHarness.SEED);
        long start = warmup.get(0);
        for (long intended : warmup) {
            assertThat(intended - start).isEqualTo(schedule.nextOffsetNanos());
        }
        List<Long> measured = stamps(harness.requests().stream(), "intended");
        assertThat(measured).hasSize(30);
        for (int i = 0; i < measured.size(); i++) {
            assertThat(measured.get(i) - start).isEqualTo(RAMP.toNanos() + 50_000_000 + i * 5_000_000L);
        }
        assertThat(result.client().windowS()).isEqualTo(0.145);
    }
}
