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
import io.tokenpace.bench.wire.Ask;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.workload.PromptCache;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Prompts come out at the size asked for, whatever counts them. */
class CalibrationTest {
    private static final int REQUESTS = 12;
    private static final String UNCALIBRATED = "prompt sizes are not calibrated: ";
    private static final RequestShape WIDE = RequestShape.of("m", SizeSpec.of(32, 128, 1_024, 8_192), SizeSpec.of(2));

    @TempDir
    private Path folder;

    private RunHarness harness;

    private RunResult run(String url, RequestShape shape) throws IOException, InterruptedException {
        return run(
                url,
                new SizedWorkload(shape, RunHarness.SEED, "warmup"),
                new SizedWorkload(shape, RunHarness.SEED, "load"));
    }

    private RunResult run(String url, Workload warmup, Workload items) throws IOException, InterruptedException {
        harness = new RunHarness(folder.resolve("run"));
        RunResult result = harness.run(plan(url, warmup, items));
        assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
        return result;
    }

    private static RunPlan plan(String url, Workload warmup, Workload items) {
        return new RunPlan(
                Target.of(Endpoint.parse(url)),
                new AnthropicFormat(),
                Timeouts.DEFAULT,
                warmup,
                items,
                new LoadShape.Closed(2),
                Extent.ofRequests(2),
                Extent.ofRequests(REQUESTS),
                Terms.of(StopRule.never()),
                Duration.ofSeconds(20),
                RunHarness.SEED,
                1,
                0,
                0);
    }

    private static List<String> notes(RunResult result) {
        return result.verdict().notes();
    }

    private void assertSized() throws IOException {
        assertThat(Stream.concat(harness.requests().stream(), harness.warmupRequests().stream()))
                .hasSize(REQUESTS + 2)
                .allSatisfy(request -> {
                    int asked = request.get("prompt_tokens").asInt();
                    int counted = request.get("input_tokens").asInt()
                            + request.path("cache_read_tokens").asInt(0)
                            + request.path("cache_creation_tokens").asInt(0);
                    assertThat(counted).isBetween((int) Math.ceil(asked * 0.98), (int) Math.floor(asked * 1.02));
                });
    }

    static Stream<RequestShape> shapes() {
        RequestShape roomy = RequestShape.of("m", SizeSpec.of(256, 1_024, 8_192), SizeSpec.of(2));
        return Stream.of(
                WIDE,
                roomy.withSystemTokens(200),
                WIDE.withPromptCache(PromptCache.SHARED),
                roomy.withSystemTokens(100).withPromptCache(PromptCache.EPHEMERAL),
                RequestShape.of("m", SizeSpec.parse("lognormal:800+-600"), SizeSpec.of(2)));
    }

    static Stream<Arguments> rulesAndShapes() {
        return shapes().flatMap(shape -> Stream.of(
                Arguments.of(CountingService.BY_CHARACTERS, "1.25 tokens a word and 7 besides", shape),
                Arguments.of(CountingService.BY_WORDS, "1.3 tokens a word and 0.8 besides", shape)));
    }

    @ParameterizedTest
    @MethodSource("rulesAndShapes")
    void shouldSizePromptsByTheServicesMereCounts(ToIntFunction<List<String>> rule, String line, RequestShape shape)
            throws Exception {
        try (CountingService service = new CountingService(rule)) {
            RunResult result = run(service.url(), shape);
            assertSized();
            assertThat(notes(result))
                    .containsExactly("prompts are sized by the service's own count (count_tokens): " + line);
            assertThat(service.counted()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("rulesAndShapes")
    void shouldSizePromptsByUsageWhereNothingIsMerelyCounted(
            ToIntFunction<List<String>> rule, String line, RequestShape shape) throws Exception {
        try (CountingService service = new CountingService(rule) {
            @Override
            String count(JsonNode body) {
                return "";
            }
        }) {
            RunResult result = run(service.url(), shape);
            assertSized();
            assertThat(notes(result)).containsExactly("prompts are sized by the service's own count (usage): " + line);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shouldSayNothingWhereEveryWordIsAToken(RequestShape shape) throws Exception {
        try (MockServer mock = MockServer.start(MockOptions.of(Profiles.load("instant")))) {
            RunResult result = run(mock.uri().toString(), shape);
            assertSized();
            assertThat(notes(result)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"input_tokens\":25}", "{\"tokens\":[1,2]}", "{\"input_tok", "<p>count what?</p>"})
    void shouldFallBackOnUsageWhereCountsTellNothing(String count) throws Exception {
        try (CountingService service = new CountingService(CountingService.BY_CHARACTERS) {
            @Override
            String count(JsonNode body) {
                return count;
            }
        }) {
            assertThat(notes(run(service.url(), WIDE)))
                    .singleElement()
                    .asString()
                    .contains("(usage): 1.25 tokens");
            assertSized();
        }
    }

    @Test
    void shouldNotCalibrateByConstantCounts() throws Exception {
        try (CountingService service = new CountingService(texts -> 25)) {
            assertThat(notes(run(service.url(), WIDE)))
                    .contains(UNCALIBRATED + "the service counts 25 tokens for 64 words and 25 for 1024");
        }
    }

    @Test
    void shouldNotCalibrateByAServiceWithoutUsage() throws Exception {
        try (CountingService service = new CountingService(texts -> 25) {
            @Override
            String count(JsonNode body) {
                return "";
            }

            @Override
            String answer(JsonNode body) {
                return streamWith("");
            }
        }) {
            assertThat(notes(run(service.url(), WIDE)))
                    .contains(UNCALIBRATED + "the service does not tell the tokens of a prompt");
        }
    }

    @Test
    void shouldRunOnWhereTheServiceRefusesTheSamples() throws Exception {
        try (CountingService service = new CountingService(CountingService.BY_CHARACTERS) {
            @Override
            String count(JsonNode body) {
                return "";
            }

            @Override
            String answer(JsonNode body) {
                boolean sample = body.get("max_tokens").asInt() == 1 && tokens(body) > 20;
                return sample ? "" : super.answer(body);
            }
        }) {
            assertThat(notes(run(service.url(), WIDE)))
                    .contains(UNCALIBRATED + "a sample of 64 words failed: http_4xx (not_found_error: Not found)");
        }
    }

    @Test
    void shouldSendNoSampleMuchLargerThanTheLargestPrompt() throws Exception {
        try (CountingService service = new CountingService(CountingService.BY_CHARACTERS)) {
            run(service.url(), RequestShape.of("m", SizeSpec.of(20, 40), SizeSpec.of(2)));
            assertSized();
            assertThat(service.counted()).last().asString().hasSizeLessThan(40 * 5 + 100);
        }
    }

    @Test
    void shouldTellThatPromptsSmallerThanTheOverheadComeOutLarger() throws Exception {
        try (CountingService service = new CountingService(CountingService.BY_CHARACTERS)) {
            assertThat(notes(run(service.url(), RequestShape.of("m", SizeSpec.of(5), SizeSpec.of(2)))))
                    .contains("100.0 % of the prompts came out more than 2 % off the size asked for");
        }
    }

    @Test
    void shouldNotCalibrateWhatIsNotMadeToASize() throws Exception {
        Workload samples = index -> new WorkItem(WorkItem.UNKNOWN_SIZE, Ask.of("m", "Why is it number " + index, 2));
        try (CountingService service = new CountingService(CountingService.BY_CHARACTERS)) {
            assertThat(notes(run(service.url(), samples, samples))).isEmpty();
            assertThat(service.counted()).isEmpty();
        }
    }

    @Test
    void shouldEndAtOnceWhenInterruptedWhileItCalibrates() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        try (CountingService service = new CountingService(CountingService.BY_CHARACTERS) {
            @Override
            String count(JsonNode body) {
                asked.countDown();
                await(over);
                return "";
            }
        }) {
            harness = new RunHarness(folder.resolve("run"));
            SizedWorkload items = new SizedWorkload(WIDE, RunHarness.SEED, "load");
            RunResult result = harness.run(plan(service.url(), items, items), run -> {
                await(asked);
                run.interrupt();
            });
            assertThat(result.state()).isEqualTo("interrupted");
            assertThat(result.totals().succeeded()).isZero();
            assertThat(result.totals().balance()).isTrue();
            assertThat(notes(result)).noneMatch(note -> note.startsWith(UNCALIBRATED));
            assertThat(over.getCount()).isOne();
        } finally {
            over.countDown();
        }
    }

    @Test
    void shouldMeasureWholeAnswersWithoutPretendingToATtft() throws Exception {
        try (CountingService service = new CountingService(CountingService.BY_CHARACTERS) {
            @Override
            String answer(JsonNode body) {
                return "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\","
                        + "\"text\":\"Hello!\"}],\"stop_reason\":\"max_tokens\",\"usage\":{\"input_tokens\":"
                        + tokens(body) + ",\"output_tokens\":2}}";
            }
        }) {
            run(service.url(), WIDE);
            assertSized();
            JsonNode metrics = harness.runJson().get("metrics");
            assertThat(metrics.at("/e2e/count").asInt()).isEqualTo(REQUESTS);
            assertThat(metrics.at("/output_tokens/p50").asInt()).isEqualTo(2);
            assertThat(metrics.at("/ttfb/count").asInt()).isEqualTo(REQUESTS);
            assertThat(List.of("ttft", "ttft_service", "itl", "tpot", "decode_rate", "stall"))
                    .allSatisfy(
                            name -> assertThat(metrics.at("/" + name + "/count").asInt(0))
                                    .isZero());
            assertThat(harness.requests()).allSatisfy(request -> {
                assertThat(request.has("first_token")).isFalse();
                assertThat(request.get("last_token")).isEqualTo(request.get("end"));
            });
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
