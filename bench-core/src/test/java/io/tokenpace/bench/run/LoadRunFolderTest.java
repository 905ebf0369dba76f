package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.PercentileTable;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run against the mock, and what its folder holds. */
class LoadRunFolderTest {
    private static final int REQUESTS = 300;
    private static final int USERS = 10;

    @TempDir
    private static Path temporary;

    private static Path folder;
    private static RunResult result;
    private static JsonNode runJson;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        folder = temporary.resolve("run");
        LogStart start = new LogStart(Instant.now(), System.nanoTime());
        Path profile = Files.writeString(temporary.resolve("brisk.yaml"), """
                name: brisk
                source: a test
                mode: isolated
                answer_tokens: unlimited
                network: 0ms
                queue: 0ms
                prefill: {floor: 0ms, fixed: 5ms, per_token: 0ms, per_token_squared: 0ms, per_cached_token: 0ms}
                decode: {token_time: 1ms}
                """);
        try (MockServer mock = MockServer.start(MockOptions.of(Profiles.load(profile.toString())));
                RunFolder logs = RunFolder.create(folder, start)) {
            result = new LoadRun(plan(mock.uri()), identity(), logs, start, (second, soFar) -> {}, Optional.empty())
                    .execute();
        }
        runJson = new JsonMapper().readTree(Files.readAllBytes(folder.resolve("run.json")));
    }

    private static RunPlan plan(URI uri) {
        Workload items = new SizedWorkload(RequestShape.of("m", SizeSpec.of(50, 500), SizeSpec.of(8, 32)), 1, "load");
        return new RunPlan(
                Target.of(Endpoint.parse(uri.toString())),
                new AnthropicFormat(),
                Timeouts.DEFAULT,
                items,
                items,
                new LoadShape.Closed(USERS),
                Extent.ofRequests(USERS),
                Extent.ofRequests(REQUESTS),
                Terms.of(StopRule.never()),
                Duration.ofSeconds(30),
                1,
                1,
                0,
                0);
    }

    private static RunIdentity identity() {
        Manifest.Machine machine = new Manifest.Machine("jvm", List.of("-Xmx1g"), "os", "cpu", 2, 20);
        return new RunIdentity(
                "20261120T203800Z-test",
                new Manifest(
                        "0",
                        List.of("run"),
                        Map.of("seed", "1"),
                        1,
                        "d",
                        "mock",
                        "anthropic",
                        "m",
                        "2026-11-20T20:38:00Z",
                        machine,
                        Optional.empty()));
    }

    @Test
    void shouldSendExactlyTheRequestsAskedForAndTheWarmUpBesides() throws IOException {
        assertThat(result.totals().planned()).isEqualTo(REQUESTS);
        assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
        List<String> lines = Files.readAllLines(folder.resolve("requests.jsonl"));
        assertThat(lines).hasSize(1 + USERS + REQUESTS);
        assertThat(lines).filteredOn(line -> line.contains("\"warmup\":true")).hasSize(USERS);
    }

    @Test
    void shouldFillEveryCellEvenly() {
        assertThat(result.cells())
                .hasSize(4)
                .allSatisfy(
                        cell -> assertThat(cell.metrics().get("ttft").count()).isEqualTo(REQUESTS / 4));
    }

    @Test
    void shouldMakeThePercentileTablesAgainFromTheFolderAlone() throws IOException {
        for (Map.Entry<Metric, Histogram> saved :
                SavedRun.open(folder).histograms().entrySet()) {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            PercentileTable.write(saved.getKey(), saved.getValue(), table);
            assertThat(folder.resolve(PercentileTable.fileName(saved.getKey()))).hasBinaryContent(table.toByteArray());
        }
    }

    @Test
    void shouldKeepRunJsonToItsSchema() throws IOException {
        try (InputStream text = RunFolder.class.getResourceAsStream("run.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text);
            assertThat(schema.validate(runJson)).isEmpty();
        }
    }

    @Test
    void shouldGiveTheSamePercentilesInTheIntervalLogAsInRunJson() throws FileNotFoundException {
        Map<String, Histogram> sums = new HashMap<>();
        HistogramLogReader log =
                new HistogramLogReader(folder.resolve("latency.hlog").toFile());
        while (log.hasNext()) {
            AbstractHistogram interval = (AbstractHistogram) log.nextIntervalHistogram();
            sums.computeIfAbsent(interval.getTag(), tag -> new Histogram(3)).add(interval);
        }
        assertThat(sums).containsKeys("ttft", "tpot", "itl", "e2e", "warmup.ttft");
        for (String metric : List.of("ttft", "ttft_service", "tpot", "itl", "e2e")) {
            JsonNode summary = runJson.get("metrics").get(metric);
            assertThat(sums.get(metric).getTotalCount())
                    .isEqualTo(summary.get("count").asLong());
            for (double percentile : new double[] {50, 90, 99}) {
                JsonNode printed = summary.get("p" + (int) percentile);
                if (printed.isNull()) {
                    // Where a slow machine reads answers in one piece, few of them have a pace.
                    assertThat(summary.get("count").asLong()).isLessThan(100);
                    continue;
                }
                double expected = sums.get(metric).getValueAtPercentile(percentile) / 1e6;
                // A thousandth, and half of the microsecond to which run.json rounds.
                assertThat(printed.asDouble()).isCloseTo(expected, within(expected * 0.001 + 0.0005));
            }
        }
    }

    @Test
    void shouldReadTheWholeFolderBackAsItWasWritten() throws IOException {
        SavedRun saved = SavedRun.open(folder);
        assertThat(saved.result()).isEqualTo(result);
        List<RequestRecord> requests = new ArrayList<>();
        saved.forEachRequest(requests::add);
        assertThat(requests)
                .hasSize(USERS + REQUESTS)
                .filteredOn(RequestRecord::warmup)
                .hasSize(USERS);
        assertThat(saved.histograms().get(Metric.TTFT).getTotalCount()).isEqualTo(REQUESTS);
        long succeeded = saved.seconds().stream().mapToLong(Second::succeeded).sum();
        assertThat(succeeded).isEqualTo(USERS + REQUESTS);
        List<Long> intervals = new ArrayList<>();
        saved.forEachInterval((metric, warmup, second, values) -> intervals.add(second));
        int seconds = saved.seconds().size();
        assertThat(intervals).isNotEmpty().isSorted().allMatch(second -> second >= 0 && second < seconds);
    }

    @Test
    void shouldWriteAPercentileTableForEachMetric() throws IOException {
        for (String metric : List.of("ttft", "tpot", "decode_rate", "e2e")) {
            String table = Files.readString(folder.resolve(metric + ".hgrm"));
            assertThat(table).contains("Percentile").contains("#[Max");
        }
    }

    @Test
    void shouldEndTheTimelineWithEveryRequestCounted() throws IOException {
        JsonMapper json = new JsonMapper();
        long succeeded = Files.readAllLines(folder.resolve("timeline.jsonl")).stream()
                .skip(1)
                .mapToLong(line -> json.readTree(line).get("succeeded").asLong())
                .sum();
        assertThat(succeeded).isEqualTo(REQUESTS + USERS);
    }

    @Test
    void shouldCountTokensByTheServicesUsage() {
        assertThat(result.metrics().get("output_tokens").max().orElseThrow()).isEqualTo(32);
        assertThat(result.metrics().get("input_tokens").min().orElseThrow()).isEqualTo(50);
        assertThat(result.verdict().notes()).isEmpty();
    }
}
