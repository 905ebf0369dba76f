package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.workload.PromptCache;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the mock's prompt cache, which keeps the real one's rules, finds in the prompts of a run. */
class SharedPromptsTest {
    private static final int USERS = 4;

    @TempDir
    private Path temporary;

    private RunHarness run(RequestShape shape) throws IOException, InterruptedException {
        RunHarness harness = new RunHarness(temporary.resolve("run"));
        try (MockServer mock = MockServer.start(MockOptions.of(Profiles.load("instant")))) {
            RunResult result = harness.run(new RunPlan(
                    Target.of(Endpoint.parse(mock.uri().toString())),
                    new AnthropicFormat(),
                    Timeouts.DEFAULT,
                    new SizedWorkload(shape, RunHarness.SEED, "warmup"),
                    new SizedWorkload(shape, RunHarness.SEED, "load"),
                    new LoadShape.Closed(USERS),
                    Extent.ofRequests(USERS),
                    Extent.ofRequests(40),
                    Terms.of(StopRule.never()),
                    Duration.ofSeconds(30),
                    RunHarness.SEED,
                    1,
                    0,
                    0));
            assertThat(result.totals().succeeded()).isEqualTo(40);
        }
        return harness;
    }

    private static RequestShape shape(PromptCache cache) {
        return RequestShape.of("test", SizeSpec.of(4_000), SizeSpec.of(2)).withPromptCache(cache);
    }

    private static int cached(JsonNode request) {
        return request.path("cache_read_tokens").asInt(0);
    }

    @Test
    void shouldFindNothingInUniquePrompts() throws IOException, InterruptedException {
        assertThat(run(shape(PromptCache.OFF)).requests())
                .allSatisfy(request -> assertThat(cached(request)).isZero());
    }

    @Test
    void shouldFindTheSharedBeginningThatTheWarmUpLeft() throws IOException, InterruptedException {
        assertThat(run(shape(PromptCache.EPHEMERAL)).requests()).allSatisfy(request -> {
            assertThat(cached(request)).isEqualTo(3_600);
            assertThat(request.get("input_tokens").asInt()).isEqualTo(400);
        });
    }

    @Test
    void shouldFindTheSystemTextInPromptsOfAllSizes() throws IOException, InterruptedException {
        RequestShape drawn = RequestShape.of("test", SizeSpec.parse("uniform:5001..5010"), SizeSpec.of(2))
                .withSystemTokens(5_000)
                .withPromptCache(PromptCache.EPHEMERAL);
        assertThat(run(drawn).requests())
                .allSatisfy(request -> assertThat(cached(request)).isEqualTo(5_000));
    }

    @Test
    void shouldLeaveADrawnSizeOutOfTheCellsOfListedOnes() throws IOException, InterruptedException {
        JsonNode run = run(RequestShape.of("test", SizeSpec.of(20, 40), SizeSpec.parse("uniform:1..9")))
                .runJson();
        assertThat(run.get("cells")).hasSize(2).allSatisfy(cell -> {
            assertThat(cell.propertyNames()).containsExactlyInAnyOrder("prompt_tokens", "metrics");
            assertThat(cell.at("/metrics/input_tokens/min").asInt())
                    .isEqualTo(cell.get("prompt_tokens").asInt());
        });
        try (InputStream schema = RunFolder.class.getResourceAsStream("run.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(run))
                    .isEmpty();
        }
    }

    @Test
    void shouldReportHowMuchWasCached() throws IOException, InterruptedException {
        JsonNode metrics = run(shape(PromptCache.EPHEMERAL)).runJson().get("metrics");
        assertThat(metrics.at("/cached_tokens/p50").asInt()).isEqualTo(3_600);
        assertThat(metrics.at("/input_tokens/p50").asInt()).isEqualTo(4_000);
        assertThat(metrics.at("/prompt_tokens/p50").asInt()).isEqualTo(4_000);
    }
}
