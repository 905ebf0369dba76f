package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Thinking;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.wire.openai.ChatFormat;
import io.tokenpace.bench.wire.openai.CompletionsFormat;
import io.tokenpace.bench.wire.openai.Dialect;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Runs against the mock's OpenAI-compatible side, whose timing is known: the role at once, the first token after 20 ms, then
 * one every 2 ms. It sends nothing early, so that a chunk taken for what it is not would show as a stamp before its time.
 */
class OpenAiMockTest {
    private static final int USERS = 2;
    private static final long PREFILL_NANOS = 20_000_000;
    private static final long TOKEN_NANOS = 2_000_000;

    @TempDir
    private Path temporary;

    private static Parameters parameters(Optional<Thinking> thinking) {
        return new Parameters(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalInt.empty(), thinking, true, true);
    }

    private static WireFormat format(String api) {
        return api.equals("chat")
                ? new ChatFormat(parameters(Optional.empty()), Dialect.SERVER)
                : new CompletionsFormat(parameters(Optional.empty()), Dialect.SERVER);
    }

    private static RequestShape shape(int promptTokens) {
        return RequestShape.of("test", SizeSpec.of(promptTokens), SizeSpec.of(12));
    }

    private RunHarness run(WireFormat format, RequestShape shape) throws IOException, InterruptedException {
        Path profile = Files.writeString(temporary.resolve("terse.yaml"), """
                name: terse
                source: a test
                mode: isolated
                answer_tokens: 5
                prefill: {fixed: 20ms}
                decode: {token_time: 2ms}
                """);
        RunHarness harness = new RunHarness(temporary.resolve("run"));
        try (MockServer mock = MockServer.start(MockOptions.of(Profiles.load(profile.toString())))) {
            RunResult result = harness.run(new RunPlan(
                    Target.of(Endpoint.parse(mock.uri() + "/v1")),
                    format,
                    Timeouts.DEFAULT,
                    new SizedWorkload(shape, RunHarness.SEED, "warmup"),
                    new SizedWorkload(shape, RunHarness.SEED, "load"),
                    new LoadShape.Closed(USERS),
                    Extent.ofRequests(USERS),
                    Extent.ofRequests(10),
                    Terms.of(StopRule.never()),
                    Duration.ofSeconds(30),
                    RunHarness.SEED,
                    1,
                    0,
                    0));
            assertThat(result.totals().succeeded()).isEqualTo(10);
        }
        return harness;
    }

    @ParameterizedTest
    @ValueSource(strings = {"chat", "completions"})
    void shouldMeasureWhatTheServiceDid(String api) throws IOException, InterruptedException {
        List<JsonNode> requests = run(format(api), shape(40)).requests();

        assertThat(requests).allSatisfy(request -> {
            assertThat(request.get("input_tokens").asInt()).isEqualTo(40);
            assertThat(request.get("output_tokens").asInt()).isEqualTo(12);
            assertThat(request.get("stop_reason").asString()).isEqualTo("max_tokens");
            assertThat(request.at("/content/events").asInt()).isEqualTo(12);
            assertThat(request.has("thinking")).isFalse();
            assertThat(RunHarness.between(request, "sent", "first_token")).isGreaterThanOrEqualTo(PREFILL_NANOS);
            assertThat(RunHarness.between(request, "sent", "last_token"))
                    .isGreaterThanOrEqualTo(PREFILL_NANOS + 11 * TOKEN_NANOS);
            assertThat(RunHarness.between(request, "last_token", "end")).isNotNegative();
        });
    }

    @Test
    void shouldCountReasoningThatIsShownAmongTheStreamedTokens() throws IOException, InterruptedException {
        WireFormat thinking = new ChatFormat(parameters(Optional.of(Thinking.parse("high"))), Dialect.SERVER);

        assertThat(run(thinking, shape(40)).requests()).allSatisfy(request -> {
            assertThat(request.get("output_tokens").asInt()).isEqualTo(12);
            assertThat(request.has("thinking_tokens")).isFalse();
            assertThat(request.at("/content/events").asInt()).isEqualTo(12);
            assertThat(request.at("/visible/events").asInt()).isEqualTo(3);
            assertThat(RunHarness.between(request, "sent", "thinking")).isGreaterThanOrEqualTo(PREFILL_NANOS);
            assertThat(RunHarness.between(request, "sent", "first_text"))
                    .isGreaterThanOrEqualTo(PREFILL_NANOS + 9 * TOKEN_NANOS);
        });
    }

    @Test
    void shouldTellThePromptsCachedPart() throws IOException, InterruptedException {
        RequestShape shared = shape(4_000).withSystemTokens(2_048);

        assertThat(run(format("chat"), shared).requests()).allSatisfy(request -> {
            assertThat(request.get("cache_read_tokens").asInt()).isEqualTo(2_048);
            assertThat(request.get("input_tokens").asInt()).isEqualTo(4_000 - 2_048);
        });
    }

    @Test
    void shouldJoinTheSystemTextWithoutATokenOfItsOwn() throws IOException, InterruptedException {
        assertThat(run(format("completions"), shape(100).withSystemTokens(30)).requests())
                .allSatisfy(request ->
                        assertThat(request.get("input_tokens").asInt()).isEqualTo(100));
    }
}
