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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A service falls silent for a second under an open load. A tool that times only what it managed to send would report a
 * handful of slow requests; every request that was due meanwhile has waited, and must say so.
 */
class CoordinatedOmissionTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final int PER_SECOND = 40;
    private static final int MAX_IN_FLIGHT = 4;
    private static final long TOLERANCE = 5 * MS;

    @TempDir
    static Path folder;

    private static RunResult result;
    private static List<JsonNode> requests;

    /**
     * The stall lasts from one second after the server's first request, which came between the start of the run and the
     * first request that was due, until two seconds after it. The run's own start is therefore a lower bound of its end.
     */
    private static List<JsonNode> dueInStall;

    @BeforeAll
    static void runOverStall() throws Exception {
        try (MockServer server = RunHarness.serve("stalling")) {
            RunHarness harness = new RunHarness(folder.resolve("run"));
            result = harness.run(RunHarness.plan(
                    server.uri().toString(),
                    new LoadShape.Open(PER_SECOND, ArrivalProcess.CONSTANT, OptionalInt.of(MAX_IN_FLIGHT)),
                    Extent.ofRequests(0),
                    Extent.ofDuration(Duration.ofSeconds(3)),
                    Duration.ofSeconds(20)));
            requests = harness.requests();
        }
        long surelyBegun = requests.get(0).get("intended").asLong() + SECOND;
        dueInStall = requests.stream()
                .filter(request -> request.get("intended").asLong() >= surelyBegun
                        && request.get("intended").asLong() < 2 * SECOND)
                .toList();
    }

    @Test
    void shouldSendEveryRequestThatWasPlanned() {
        assertThat(result.totals().planned()).isEqualTo(3 * PER_SECOND);
        assertThat(result.totals().succeeded()).isEqualTo(3 * PER_SECOND);
        assertThat(requests).hasSize(3 * PER_SECOND);
        assertThat(dueInStall).hasSizeGreaterThan(PER_SECOND / 2);
    }

    @Test
    void shouldMeasureFromIntendedStartWhenServerStalls() {
        assertThat(dueInStall)
                .allSatisfy(request -> assertThat(RunHarness.between(request, "intended", "first_token"))
                        .isGreaterThanOrEqualTo(
                                2 * SECOND - request.get("intended").asLong() - TOLERANCE));
    }

    @Test
    void shouldKeepIntendedStartsOnTheScheduleWhileServerStalls() {
        long first = requests.get(0).get("intended").asLong();
        for (int i = 0; i < requests.size(); i++) {
            assertThat(requests.get(i).get("intended").asLong() - first).isEqualTo(i * SECOND / PER_SECOND);
        }
    }

    @Test
    void shouldShowStallInAboutHalfOfWhatWasDueInIt() {
        // Those due in the first half of the stall waited more than half of it; the queue behind it adds a few.
        assertThat(slowerThanHalfTheStall("intended")).isBetween(PER_SECOND / 2 - 4L, PER_SECOND / 2 + 12L);
        assertThat(result.metrics().get("ttft").percentile("p90").getAsDouble()).isGreaterThan(250);
    }

    @Test
    void shouldShowStallToServiceTimeOnlyForWhatWasInFlight() {
        assertThat(slowerThanHalfTheStall("sent")).isBetween(1L, (long) MAX_IN_FLIGHT);
        assertThat(result.metrics().get("ttft_service").percentile("p90").getAsDouble())
                .isLessThan(250);
    }

    private static long slowerThanHalfTheStall(String from) {
        return requests.stream()
                .filter(request -> RunHarness.between(request, from, "first_token") > SECOND / 2)
                .count();
    }
}
