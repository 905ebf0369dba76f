package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Verdict;
import io.tokenpace.bench.run.GrudgingService.Refusal;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.mock.MockServer;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is sent again, from the wire to the folder. */
class RetryRunTest {
    private static final int REQUESTS = 6;
    private static final LoadShape TWO_USERS = new LoadShape.Closed(2);
    private static final Duration GRACE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private RunHarness harness;

    @BeforeEach
    void setUp() {
        harness = new RunHarness(folder.resolve("run"));
    }

    private RunResult run(GrudgingService service, int retries) throws Exception {
        return harness.run(plan(service.url(), TWO_USERS).retrying(retries));
    }

    private static RunPlan plan(String url, LoadShape load) {
        return RunHarness.plan(url, load, Extent.ofRequests(0), Extent.ofRequests(REQUESTS), GRACE);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 429, 500, 503, 529})
    void shouldSendAgainUntilItIsAnswered(int status) throws Exception {
        try (GrudgingService service = new GrudgingService(2, Refusal.of(status, "retry-after-ms", "1"))) {
            RunResult result = run(service, 2);
            assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
            assertThat(result.totals().balance()).isTrue();
            assertThat(service.timesAsked()).containsOnly(3).hasSize(REQUESTS);
            assertThat(result.retries()).contains(new RetryCount(REQUESTS, 2 * REQUESTS));
            assertThat(result.errors()).singleElement().satisfies(error -> {
                assertThat(error.status()).isEqualTo(status);
                assertThat(error.count()).isZero();
                assertThat(error.retried()).isEqualTo(2 * REQUESTS);
                assertThat(error.requestId()).contains("req_" + status);
            });
        }
    }

    @Test
    void shouldKeepTheFirstIntendedAndTellOfEveryAttempt() throws Exception {
        try (GrudgingService service = new GrudgingService(2, Refusal.of(529, "retry-after-ms", "1"))) {
            run(service, 2);
        }
        assertThat(harness.requests()).hasSize(REQUESTS).allSatisfy(request -> {
            JsonNode attempts = request.get("attempts");
            assertThat(attempts).hasSize(3);
            assertThat(request.get("started").asLong())
                    .isEqualTo(attempts.get(0).get("started").asLong());
            assertThat(request.get("sent").asLong())
                    .isEqualTo(attempts.get(2).get("sent").asLong());
            for (int i = 0; i < 2; i++) {
                JsonNode attempt = attempts.get(i);
                assertThat(attempt.get("status").asInt()).isEqualTo(529);
                assertThat(attempt.get("error").asString()).isEqualTo("overloaded");
                assertThat(attempt.get("request_id").asString()).isEqualTo("req_529");
                assertThat(attempt.get("waited").asLong())
                        .isGreaterThanOrEqualTo(1_000_000)
                        .isEqualTo(attempts.get(i + 1).get("started").asLong()
                                - attempt.get("end").asLong());
            }
            assertThat(attempts.get(2).has("error")).isFalse();
            assertThat(attempts.get(2).has("waited")).isFalse();
        });
    }

    @Test
    void shouldCountTheWaitInTheTimeToTheFirstToken() throws Exception {
        try (GrudgingService service = new GrudgingService(1, Refusal.of(529, "retry-after-ms", "200"))) {
            RunResult result = run(service, 1);
            assertThat(result.metrics().get("ttft").min().orElseThrow()).isGreaterThan(200);
            assertThat(result.metrics().get("ttft_service").count()).isEqualTo(REQUESTS);
        }
    }

    @Test
    void shouldFailWithItsLastErrorWhenTriedOftenEnough() throws Exception {
        try (GrudgingService service = new GrudgingService(9, Refusal.of(529, "retry-after-ms", "1"))) {
            RunResult result = run(service, 1);
            assertThat(result.totals().failed()).isEqualTo(REQUESTS);
            assertThat(service.timesAsked()).containsOnly(2);
            assertThat(result.errors())
                    .extracting(ErrorGroup::count, ErrorGroup::retried)
                    .containsExactly(tuple((long) REQUESTS, (long) REQUESTS));
        }
    }

    @ParameterizedTest
    @CsvSource({"400, true, 2", "529, false, 1", "400, , 1"})
    void shouldTakeTheServicesWordForIt(int status, String word, int timesAsked) throws Exception {
        Refusal refusal =
                word == null ? Refusal.of(status) : Refusal.of(status, "retry-after-ms", "1", "x-should-retry", word);
        try (GrudgingService service = new GrudgingService(1, refusal)) {
            run(service, 3);
            assertThat(service.timesAsked()).containsOnly(timesAsked);
        }
    }

    @Test
    void shouldNotSendAgainOnceTheStreamHadBegun() throws Exception {
        try (GrudgingService service = new GrudgingService(1, Refusal.halfAnAnswer())) {
            RunResult result = run(service, 3);
            assertThat(service.timesAsked()).containsOnly(1);
            assertThat(result.totals().failed()).isEqualTo(REQUESTS);
            assertThat(result.retries()).contains(RetryCount.NONE);
        }
    }

    @Test
    void shouldSendNothingAgainUnlessAskedTo() throws Exception {
        try (GrudgingService service = new GrudgingService(1, Refusal.of(529, "retry-after-ms", "1"))) {
            RunResult result = run(service, 0);
            assertThat(service.timesAsked()).containsOnly(1);
            assertThat(result.retries()).isEmpty();
            assertThat(harness.requests())
                    .allSatisfy(request -> assertThat(request.has("attempts")).isFalse());
        }
    }

    @Test
    void shouldTellTheLimitsOfRetriedRefusals() throws Exception {
        Refusal refusal = Refusal.of(429, "retry-after-ms", "1", "anthropic-ratelimit-requests-limit", "60");
        try (GrudgingService service = new GrudgingService(1, refusal)) {
            assertThat(run(service, 1).verdict().notes())
                    .contains("the service refused 6 requests as too many (429); its limit: 60 requests a minute, by"
                            + " anthropic-ratelimit-requests-limit");
        }
    }

    @Test
    void shouldWriteWhatItsSchemaDescribes() throws Exception {
        try (GrudgingService service = new GrudgingService(1, Refusal.of(529, "retry-after-ms", "1"))) {
            run(service, 1);
        }
        try (InputStream text = RunFolder.class.getResourceAsStream("run.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(text)
                            .validate(harness.runJson()))
                    .isEmpty();
        }
    }

    @Test
    void shouldHoldItsPlaceInFlightWhileItWaits() throws Exception {
        LoadShape onePlace = new LoadShape.Open(100, ArrivalProcess.CONSTANT, OptionalInt.of(1));
        try (GrudgingService service = new GrudgingService(1, Refusal.of(529, "retry-after-ms", "30"))) {
            harness.run(plan(service.url(), onePlace).retrying(1));
        }
        List<JsonNode> requests = harness.requests();
        for (int i = 1; i < requests.size(); i++) {
            assertThat(requests.get(i).get("attempts").get(0).get("sent").asLong())
                    .isGreaterThanOrEqualTo(requests.get(i - 1).get("end").asLong());
        }
    }

    @Test
    void shouldGiveUpWhatWaitsWhenInterrupted() throws Exception {
        try (GrudgingService service = new GrudgingService(9, Refusal.of(429, "retry-after", "90"))) {
            RunResult result = harness.run(plan(service.url(), TWO_USERS).retrying(1), run -> {
                while (service.timesAsked().size() < 2) {
                    LockSupport.parkNanos(100_000);
                }
                run.interrupt();
            });
            assertThat(result.state()).isEqualTo("interrupted");
            assertThat(result.totals().incomplete() + result.totals().failed()).isEqualTo(2);
            assertThat(result.totals().balance()).isTrue();
            assertThat(service.timesAsked()).containsOnly(1);
        }
    }

    @Test
    void shouldCountWhatStillWaitsAtTheEndAsIncomplete() throws Exception {
        try (GrudgingService service = new GrudgingService(9, Refusal.of(429, "retry-after", "90"))) {
            RunPlan plan = RunHarness.plan(
                    service.url(),
                    TWO_USERS,
                    Extent.ofRequests(0),
                    Extent.ofDuration(Duration.ofSeconds(1)),
                    Duration.ZERO);
            RunResult result = harness.run(plan.retrying(1));
            assertThat(result.totals().incomplete()).isEqualTo(2);
            assertThat(result.totals().balance()).isTrue();
        }
        assertThat(harness.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.get("outcome").asString()).isEqualTo("incomplete");
            assertThat(request.get("attempts")).hasSize(1);
            assertThat(request.get("attempts").get(0).get("waited").asLong())
                    .isEqualTo(request.get("end").asLong()
                            - request.get("attempts").get(0).get("end").asLong());
        });
    }

    @Test
    void shouldHoldUsersWhoWaitAndKeepBothBooks() throws Exception {
        try (MockServer server = RunHarness.serve("flaky")) {
            RunPlan plan = RunHarness.plan(
                    server.uri().toString(),
                    new LoadShape.Closed(8),
                    Extent.ofRequests(0),
                    Extent.ofDuration(Duration.ofSeconds(2)),
                    GRACE);
            RunResult result = harness.run(plan.retrying(20));
            assertThat(result.totals().failed()).isZero();
            assertThat(result.retries().orElseThrow().requests()).isPositive();
            assertThat(result.verdict().reasons())
                    .extracting(Verdict.Reason::rule)
                    .doesNotContain("bookkeeping");
            assertThat(result.client().overlapS())
                    .isCloseTo(
                            result.client().inFlightS(),
                            within(0.002 + 0.005 * result.client().inFlightS()));
            // Far above the fraction that was in flight; how near to 8 depends on the machine.
            assertThat(result.client().inFlightS() / result.client().windowS()).isLessThan(6);
            assertThat(result.client().concurrencyHeld().orElseThrow()).isBetween(7.0, 8.05);
        }
    }
}
