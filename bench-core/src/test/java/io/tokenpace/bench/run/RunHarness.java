package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import io.tokenpace.mock.MockOptions;
import io.tokenpace.mock.MockServer;
import io.tokenpace.mock.profile.Profiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a load against a service into a folder and reads back what was written there. */
final class RunHarness {
    static final long SEED = 42;
    private static final RequestShape SHORT = RequestShape.of("test", SizeSpec.of(8), SizeSpec.of(2));
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path path;
    private final Instant startUtc;
    private final long startNanos = System.nanoTime();

    RunHarness(Path path) {
        this(path, Instant.EPOCH);
    }

    /** Runs as if the calendar said so at the start. */
    RunHarness(Path path, Instant startUtc) {
        this.path = path;
        this.startUtc = startUtc;
    }

    /** The items of a workload, their sizes taken as they are: nothing needs to be counted before the load. */
    private record Unsized(Workload items) implements Workload {
        @Override
        public WorkItem item(long index) {
            return items.item(index);
        }
    }

    /** Starts a mock server with a profile of the test resources. */
    static MockServer serve(String profile) throws IOException, URISyntaxException {
        Path file = Path.of(RunHarness.class.getResource(profile + ".yaml").toURI());
        return MockServer.start(MockOptions.of(Profiles.load(file.toString())));
    }

    /** Returns a plan of short requests on two loops. */
    static RunPlan plan(String url, LoadShape load, Extent warmup, Extent extent, Duration grace) {
        return plan(url, load, warmup, extent, Terms.of(StopRule.never()), grace);
    }

    static RunPlan plan(String url, LoadShape load, Extent warmup, Extent extent, Terms terms, Duration grace) {
        Workload warmupItems = new Unsized(new SizedWorkload(SHORT, SEED, "warmup"));
        Workload items = new Unsized(new SizedWorkload(SHORT, SEED, "measured"));
        return plan(url, warmupItems, items, load, warmup, extent, terms, grace);
    }

    /** Returns a closed loop of a number of requests of several sizes, on two loops. */
    static RunPlan plan(String url, RequestShape shape, int users, int requests) {
        Workload items = new SizedWorkload(shape, SEED, "measured");
        return plan(
                url,
                items,
                items,
                new LoadShape.Closed(users),
                Extent.ofRequests(users),
                Extent.ofRequests(requests),
                Terms.of(StopRule.never()),
                Duration.ofSeconds(30));
    }

    private static RunPlan plan(
            String url,
            Workload warmupItems,
            Workload items,
            LoadShape load,
            Extent warmup,
            Extent extent,
            Terms terms,
            Duration grace) {
        return new RunPlan(
                Target.of(Endpoint.parse(url)),
                new AnthropicFormat(),
                Timeouts.DEFAULT,
                warmupItems,
                items,
                load,
                warmup,
                extent,
                terms,
                grace,
                SEED,
                2,
                0,
                0);
    }

    RunResult run(RunPlan plan) throws IOException, InterruptedException {
        return run(plan, running -> {});
    }

    /** Runs a plan; the other party is handed the run on a thread of its own, to interrupt it. */
    RunResult run(RunPlan plan, Consumer<LoadRun> other) throws IOException, InterruptedException {
        LogStart start = new LogStart(startUtc, startNanos);
        try (RunFolder folder = RunFolder.create(path, start)) {
            LoadRun run = new LoadRun(plan, identity(), folder, start, (second, soFar) -> {}, Optional.empty());
            CompletableFuture<Void> done = CompletableFuture.runAsync(() -> other.accept(run));
            RunResult result = run.execute();
            done.join();
            return result;
        }
    }

    /** Returns the measured requests in the order of their numbers; the stamps count from {@link #startNanos}. */
    List<JsonNode> requests() throws IOException {
        return lines().stream()
                .filter(line -> !line.has("warmup"))
                .sorted((one, other) -> Long.compare(
                        one.get("index").asLong(), other.get("index").asLong()))
                .toList();
    }

    List<JsonNode> warmupRequests() throws IOException {
        return lines().stream().filter(line -> line.has("warmup")).toList();
    }

    private List<JsonNode> lines() throws IOException {
        return Files.readAllLines(path.resolve("requests.jsonl")).stream()
                .skip(1)
                .map(JSON::readTree)
                .toList();
    }

    JsonNode runJson() throws IOException {
        return JSON.readTree(Files.readAllBytes(path.resolve("run.json")));
    }

    static long between(JsonNode request, String from, String to) {
        return request.get(to).asLong() - request.get(from).asLong();
    }

    private static RunIdentity identity() {
        Manifest.Machine machine = new Manifest.Machine("test", List.of(), "test", "test", 1, 1);
        return new RunIdentity(
                "test",
                new Manifest(
                        "0",
                        List.of(),
                        Map.of(),
                        SEED,
                        "none",
                        "mock",
                        "anthropic",
                        "test",
                        "",
                        machine,
                        Optional.empty()));
    }
}
