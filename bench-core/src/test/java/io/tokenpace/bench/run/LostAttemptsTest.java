package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Spent;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An attempt that was lost without a word may be charged for, though the request was answered in the end. */
class LostAttemptsTest {
    private static final int REQUESTS = 6;
    private static final int CLOSED = 2;
    private static final long TOKENS = 12_000;
    private static final RequestShape LARGE = RequestShape.of("test", SizeSpec.of(300), SizeSpec.of(20));

    @TempDir
    private Path folder;

    /** Closed on an idle connection, a request is sent again at once: that is no attempt. The other time is one. */
    @Test
    void shouldTellAttemptsThatWereLostAmongWhatIsNotKnown() throws Exception {
        try (GrudgingService service = new GrudgingService(CLOSED, HttpExchange::close)) {
            RunPlan plan = RunHarness.plan(
                    service.url(),
                    new LoadShape.Closed(2),
                    Extent.ofRequests(0),
                    Extent.ofRequests(REQUESTS),
                    Duration.ofSeconds(20));
            RunResult result = new RunHarness(folder.resolve("run")).run(plan.retrying(CLOSED));
            assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
            assertThat(result.spent().uncountedRequests()).isBetween((long) REQUESTS, (long) CLOSED * REQUESTS);
            assertThat(result.spent().outputTokens()).isEqualTo(3L * (REQUESTS + 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, 1", "8, 2", "8, 3"})
    void shouldNeverExceedItsTokensThoughTheServiceChargesForWhatItCuts(int users, long seed) throws Exception {
        assertHeld(new LoadShape.Closed(users), seed);
    }

    @Test
    void shouldNeverExceedItsTokensInAnOpenLoop() throws Exception {
        assertHeld(new LoadShape.Open(40, ArrivalProcess.POISSON, OptionalInt.empty()), 4);
    }

    private void assertHeld(LoadShape load, long seed) throws Exception {
        try (BillingService service = new BillingService(0.7, seed)) {
            Workload items = new SizedWorkload(LARGE, seed, "load");
            RunPlan plan = new RunPlan(
                    Target.of(Endpoint.parse(service.url())),
                    new AnthropicFormat(),
                    Timeouts.DEFAULT,
                    items,
                    items,
                    load,
                    Extent.ofRequests(0),
                    Extent.ofRequests(1_000),
                    Terms.within(Bounds.ofTokens(TOKENS)),
                    Duration.ofSeconds(20),
                    seed,
                    2,
                    0,
                    3);
            RunResult result = new RunHarness(folder.resolve("run")).run(plan);
            assertThat(service.billed()).isBetween(TOKENS / 2, TOKENS);
            assertThat(result.verdict().notes())
                    .anyMatch(note ->
                            note.startsWith("nothing more was sent once --max-total-tokens (12000) had no room"));
            assertThat(result.totals().balance()).isTrue();
            assertThat(result.retries().orElseThrow().attempts()).isPositive();
            Spent spent = result.spent();
            assertThat(spent.inputTokens() + spent.outputTokens() + spent.uncountedTokens())
                    .isBetween(service.billed(), TOKENS);
        }
    }
}
