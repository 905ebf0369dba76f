package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.mock.MockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A run that is interrupted ends at once, and what it leaves behind adds up. */
class InterruptionTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration PROMPT = Duration.ofSeconds(15);

    @TempDir
    Path folder;

    static Stream<LoadShape> loads() {
        return Stream.of(
                new LoadShape.Closed(5),
                new LoadShape.Open(200, ArrivalProcess.POISSON, OptionalInt.of(2)),
                new LoadShape.Open(200, ArrivalProcess.CONSTANT, OptionalInt.empty()));
    }

    @ParameterizedTest
    @MethodSource("loads")
    void shouldLeaveConsistentFolder(LoadShape load) throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = interrupt(harness, load, Extent.ofRequests(5), 40);
        assertThat(result.state()).isEqualTo("interrupted");
        assertThat(result.totals().balance()).as("%s balances", result.totals()).isTrue();
        assertThat(result.totals().succeeded()).isPositive();
        JsonNode json = harness.runJson();
        assertThat(json.get("state").asString()).isEqualTo("interrupted");
        assertThat(json.get("totals").get("sent").asLong())
                .isEqualTo(result.totals().sent());
        assertThat(harness.requests()).hasSize((int) result.totals().sent());
        assertThat(outcomes(harness, "succeeded")).isEqualTo(result.totals().succeeded());
        assertThat(outcomes(harness, "incomplete")).isEqualTo(result.totals().incomplete());
        assertThat(outcomes(harness, "failed")).isZero();
    }

    @ParameterizedTest
    @MethodSource("loads")
    void shouldNotWaitForTheRestOfTheWarmup(LoadShape load) throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = interrupt(harness, load, Extent.ofDuration(LONG), 10);
        assertThat(result.state()).isEqualTo("interrupted");
        assertThat(result.totals().sent()).isZero();
        assertThat(result.totals().balance()).as("%s balances", result.totals()).isTrue();
        assertThat(harness.warmupRequests()).isNotEmpty();
    }

    @Test
    void shouldNotWaitForTheWindowToOpen() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        LoadShape slow = new LoadShape.Open(5, ArrivalProcess.CONSTANT, OptionalInt.empty());
        RunResult result = interrupt(harness, slow, Extent.ofDuration(Duration.ofMinutes(1)), 2);
        assertThat(result.state()).isEqualTo("interrupted");
        assertThat(result.client().windowS()).isZero();
    }

    @Test
    void shouldEndBeforeTheLoadWhenInterruptedBeforeIt() throws Exception {
        RunHarness harness = new RunHarness(folder.resolve("run"));
        try (MockServer server = RunHarness.serve("steady")) {
            RunPlan plan = RunHarness.plan(
                    server.uri().toString(),
                    new LoadShape.Closed(5),
                    Extent.ofRequests(0),
                    Extent.ofDuration(LONG),
                    LONG);
            RunResult result = harness.run(plan, LoadRun::interrupt);
            assertThat(result.state()).isEqualTo("interrupted");
            assertThat(result.totals().balance())
                    .as("%s balances", result.totals())
                    .isTrue();
        }
    }

    /** Interrupts a long run once the service has read so many requests. */
    private static RunResult interrupt(RunHarness harness, LoadShape load, Extent warmup, int requests)
            throws Exception {
        try (MockServer server = RunHarness.serve("steady")) {
            RunPlan plan = RunHarness.plan(server.uri().toString(), load, warmup, Extent.ofDuration(LONG), LONG);
            long began = System.nanoTime();
            RunResult result = harness.run(plan, run -> {
                while (server.requests() < requests) {
                    LockSupport.parkNanos(100_000);
                }
                run.interrupt();
            });
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PROMPT);
            return result;
        }
    }

    private static long outcomes(RunHarness harness, String outcome) throws Exception {
        return harness.requests().stream()
                .filter(request -> request.get("outcome").asString().equals(outcome))
                .count();
    }
}
