package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.mock.MockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class ClosedLoadTest {
    private static final int USERS = 5;
    private static final Duration GRACE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void shouldKeepEveryUserBusyAndNoMore() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        try (MockServer server = RunHarness.serve("steady")) {
            harness.run(plan(server, Extent.ofRequests(USERS), Extent.ofRequests(200), GRACE));
        }
        List<JsonNode> requests = harness.requests();
        assertThat(Overlap.most(requests)).isEqualTo(USERS);
        long from = requests.get(0).get("intended").asLong();
        long lastStart = requests.get(requests.size() - 1).get("sent").asLong();
        assertThat(Overlap.held(requests, USERS, from, lastStart)).isBetween(0.7, 1.0);
    }

    @Test
    void shouldIntendNextRequestWhenAnswerBeforeHasEnded() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        try (MockServer server = RunHarness.serve("steady")) {
            harness.run(plan(server, Extent.ofRequests(USERS), Extent.ofRequests(100), GRACE));
        }
        List<JsonNode> requests = harness.requests();
        long begin = requests.get(0).get("intended").asLong();
        Set<Long> ends = new HashSet<>();
        requests.forEach(request -> ends.add(request.get("end").asLong()));
        // Apart from the users' first requests, which start within 25 ms of each other.
        assertThat(requests.stream()
                        .filter(request ->
                                !ends.contains(request.get("intended").asLong())))
                .hasSize(USERS)
                .allMatch(request -> request.get("intended").asLong() - begin <= 25_000_000);
    }

    @Test
    void shouldSendExactlyAsManyMeasuredRequestsAsAskedForAndWarmupBesides() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result;
        try (MockServer server = RunHarness.serve("steady")) {
            result = harness.run(plan(server, Extent.ofRequests(7), Extent.ofRequests(43), GRACE));
            assertThat(server.requests()).isEqualTo(1 + 7 + 43);
        }
        assertThat(harness.warmupRequests()).hasSize(7);
        assertThat(harness.requests()).hasSize(43);
        assertThat(result.totals().planned()).isEqualTo(43);
        assertThat(result.totals().succeeded()).isEqualTo(43);
    }

    @ParameterizedTest
    @MethodSource("extents")
    void shouldCutAnswersThatOutlastTheGrace(Extent extent) throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        try (MockServer server = RunHarness.serve("hanging")) {
            long began = System.nanoTime();
            RunResult result = harness.run(plan(server, Extent.ofRequests(0), extent, Duration.ofMillis(100)));
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
            assertThat(result.totals().incomplete()).isEqualTo(USERS);
            assertThat(result.totals().balance())
                    .as("%s balances", result.totals())
                    .isTrue();
        }
    }

    static Stream<Extent> extents() {
        return Stream.of(Extent.ofDuration(Duration.ofMillis(200)), Extent.ofRequests(USERS));
    }

    private static RunPlan plan(MockServer server, Extent warmup, Extent extent, Duration grace) {
        return RunHarness.plan(server.uri().toString(), new LoadShape.Closed(USERS), warmup, extent, grace);
    }
}
