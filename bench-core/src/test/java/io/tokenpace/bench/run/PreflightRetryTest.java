package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.tokenpace.bench.result.ErrorGroup;
import io.tokenpace.bench.result.RetryCount;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.run.GrudgingService.Refusal;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the small request before the load where the service does not answer it at once. */
class PreflightRetryTest {
    private static final int REQUESTS = 3;

    @TempDir
    private Path folder;

    private RunResult run(GrudgingService service, int retries) throws Exception {
        return new RunHarness(folder.resolve("run")).run(plan(service).retrying(retries));
    }

    private static RunPlan plan(GrudgingService service) {
        return RunHarness.plan(
                service.url(),
                new LoadShape.Closed(1),
                Extent.ofRequests(0),
                Extent.ofRequests(REQUESTS),
                Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 529})
    void shouldBeSentAgainByTheSameRule(int status) throws Exception {
        try (GrudgingService service = GrudgingService.fromTheStart(2, Refusal.of(status, "retry-after-ms", "1"))) {
            RunResult result = run(service, 2);
            assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
            assertThat(service.timesAsked()).hasSize(REQUESTS + 1).containsOnly(3);
            assertThat(result.retries()).contains(new RetryCount(REQUESTS, 2 * REQUESTS));
            assertThat(result.verdict().notes())
                    .contains("small requests before the load were sent again, 2 times in all");
        }
    }

    @Test
    void shouldTellWhatItMetWhenTriedOftenEnough() throws Exception {
        Refusal refusal = Refusal.of(429, "retry-after-ms", "1", "anthropic-ratelimit-requests-limit", "60");
        try (GrudgingService service = GrudgingService.fromTheStart(9, refusal)) {
            RunResult result = run(service, 2);
            assertThat(service.timesAsked()).containsExactly(3);
            assertThat(result.totals().sent()).isZero();
            assertThat(result.retries()).contains(new RetryCount(1, 2));
            assertThat(result.errors())
                    .containsExactly(
                            new ErrorGroup("rate_limited", 429, 1, 2, "some_error: Not now", Optional.of("req_429")));
            assertThat(result.verdict().notes())
                    .contains("the service refused 3 requests as too many (429); its limit: 60 requests a minute, by"
                            + " anthropic-ratelimit-requests-limit");
        }
    }

    @Test
    void shouldTellTheNumberOfTheRequestThatFailed() throws Exception {
        try (GrudgingService service = GrudgingService.fromTheStart(9, Refusal.of(401))) {
            RunResult result = run(service, 0);
            assertThat(service.timesAsked()).containsExactly(1);
            assertThat(result.errors()).extracting(ErrorGroup::requestId).containsExactly(Optional.of("req_401"));
        }
    }

    @Test
    void shouldEndAtOnceWhenInterruptedWhileItWaits() throws Exception {
        try (GrudgingService service = GrudgingService.fromTheStart(9, Refusal.of(429, "retry-after", "90"))) {
            RunResult result = new RunHarness(folder.resolve("run"))
                    .run(plan(service).retrying(1), run -> {
                        while (service.timesAsked().isEmpty()) {
                            LockSupport.parkNanos(100_000);
                        }
                        run.interrupt();
                    });
            assertThat(result.state()).isEqualTo("interrupted");
            assertThat(service.timesAsked()).containsExactly(1);
        }
    }

    /** Lost without a word, it may have been charged for: 2 tokens asked for and 64 around them, and so may the next. */
    @Test
    void shouldNotBeSentAgainWhereTheBoundHasNoRoom() throws Exception {
        try (GrudgingService service = GrudgingService.fromTheStart(9, HttpExchange::close)) {
            RunPlan plan = RunHarness.plan(
                    service.url(),
                    new LoadShape.Closed(1),
                    Extent.ofRequests(0),
                    Extent.ofRequests(REQUESTS),
                    Terms.within(Bounds.ofTokens(100)),
                    Duration.ofSeconds(20));
            RunResult result = new RunHarness(folder.resolve("run")).run(plan.retrying(3));
            assertThat(service.timesAsked()).containsExactly(1);
            assertThat(result.totals().sent()).isZero();
            assertThat(result.spent().uncountedRequests()).isEqualTo(1);
        }
    }
}
