package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.draw.TimeSpec;
import io.tokenpace.bench.result.Price;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Verdict;
import io.tokenpace.bench.schedule.ArrivalProcess;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.workload.ConversationShape;
import io.tokenpace.bench.workload.ConversationWorkload;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.mock.MockServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run never uses more than its bounds by the service's own count, whatever its load. */
class BudgetRunTest {
    private static final long TOKENS = 50_000;
    private static final RequestShape MIXED =
            RequestShape.of("test", SizeSpec.parse("uniform:10..600"), SizeSpec.parse("uniform:1..8"));
    private static final RequestShape LISTED = RequestShape.of("test", SizeSpec.of(16, 64, 512), SizeSpec.of(2, 8));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 2", "16, 3", "50, 4"})
    void shouldNeverExceedItsTokensInAClosedLoop(int users, long seed) throws Exception {
        Workload items = new SizedWorkload(MIXED, seed, "load");
        assertHeld(new LoadShape.Closed(users), items, seed);
    }

    @ParameterizedTest
    @CsvSource({"5", "6"})
    void shouldNeverExceedItsTokensInAnOpenLoop(long seed) throws Exception {
        Workload items = new SizedWorkload(LISTED, seed, "load");
        assertHeld(new LoadShape.Open(400, ArrivalProcess.POISSON, OptionalInt.empty()), items, seed);
    }

    @Test
    void shouldNeverExceedItsTokensWhereRequestsWaitForAPlace() throws Exception {
        Workload items = new SizedWorkload(MIXED, 7, "load");
        assertHeld(new LoadShape.Open(2_000, ArrivalProcess.CONSTANT, OptionalInt.of(6)), items, 7);
    }

    @Test
    void shouldNeverExceedItsTokensInConversations() throws Exception {
        Workload items = new ConversationWorkload(
                new SizedWorkload(MIXED, 8, "load"),
                new ConversationShape(SizeSpec.of(6), TimeSpec.parse("0s"), false),
                8,
                "load");
        assertHeld(new LoadShape.Closed(8), items, 8);
    }

    @Test
    void shouldNeverExceedItsCost() throws Exception {
        // 50 USD a million both ways: 20,000 tokens.
        Bounds bounds = new Bounds(OptionalLong.empty(), Optional.of(Price.of(50, 50)), Optional.of(BigDecimal.ONE));
        long used = used(new LoadShape.Closed(8), new SizedWorkload(MIXED, 9, "load"), 9, bounds, "--max-cost (1 USD)");
        assertThat(used).isBetween(10_000L, 20_000L);
    }

    private void assertHeld(LoadShape load, Workload items, long seed) throws Exception {
        long used = used(load, items, seed, Bounds.ofTokens(TOKENS), "--max-total-tokens (50000)");
        // What the requests under way were held for at the end may come back unused.
        assertThat(used).isBetween(TOKENS / 2, TOKENS);
    }

    /** Returns how many tokens the service has counted. */
    private long used(LoadShape load, Workload items, long seed, Bounds bounds, String rule) throws Exception {
        try (MockServer server = RunHarness.serve("steady")) {
            RunPlan plan = new RunPlan(
                    Target.of(Endpoint.parse(server.uri().toString())),
                    new AnthropicFormat(),
                    Timeouts.DEFAULT,
                    new SizedWorkload(MIXED, seed, "warmup"),
                    items,
                    load,
                    Extent.ofRequests(5),
                    Extent.ofRequests(10_000),
                    Terms.within(bounds),
                    Duration.ofSeconds(20),
                    seed,
                    2,
                    0,
                    0);
            RunResult result = new RunHarness(folder.resolve("run")).run(plan);
            assertThat(result.state()).isEqualTo("complete");
            assertThat(result.verdict().notes())
                    .anyMatch(note -> note.startsWith("nothing more was sent once " + rule + " had no room"));
            assertThat(result.totals().balance())
                    .as("%s balances", result.totals())
                    .isTrue();
            assertThat(result.verdict().reasons())
                    .extracting(Verdict.Reason::rule)
                    .doesNotContain("arrivals");
            long prompts = counted(server, "vllm:prompt_tokens_total");
            long answers = counted(server, "vllm:generation_tokens_total");
            assertThat(result.spent().inputTokens()).isEqualTo(prompts);
            assertThat(result.spent().outputTokens()).isEqualTo(answers);
            assertThat(result.spent().uncountedRequests()).isZero();
            return prompts + answers;
        }
    }

    private static long counted(MockServer server, String counter) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.uri() + "/metrics")).build();
        String page = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return page.lines()
                .filter(line -> line.startsWith(counter))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
