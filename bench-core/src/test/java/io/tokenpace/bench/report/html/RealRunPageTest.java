package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.folder.LogStart;
import io.tokenpace.bench.folder.RunFolder;
import io.tokenpace.bench.folder.SavedRun;
import io.tokenpace.bench.result.Manifest;
import io.tokenpace.bench.run.LoadRun;
import io.tokenpace.bench.run.RunIdentity;
import io.tokenpace.bench.run.RunPlan;
import io.tokenpace.bench.run.Terms;
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
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page over one run against the mock, held against the run.json of the same folder. */
class RealRunPageTest {
    private static final int REQUESTS = 200;
    private static final int USERS = 10;
    private static final double MOST_BYTES = 2e6;

    @TempDir
    private static Path temporary;

    private static JsonNode runJson;
    private static JsonNode page;
    private static int pageBytes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        Path folder = temporary.resolve("run");
        LogStart start = new LogStart(Instant.now(), System.nanoTime());
        Path profile = Files.writeString(temporary.resolve("brisk.yaml"), """
                name: brisk
                source: a test
                mode: isolated
                answer_tokens: unlimited
                network: 0ms
                queue: 0ms
                prefill: {floor: 0ms, fixed: 5ms, per_token: 0.02ms, per_token_squared: 0ms, per_cached_token: 0ms}
                decode: {token_time: 1ms}
                """);
        try (MockServer mock = MockServer.start(MockOptions.of(Profiles.load(profile.toString())));
                RunFolder logs = RunFolder.create(folder, start)) {
            new LoadRun(plan(mock.uri()), identity(), logs, start, (second, soFar) -> {}, Optional.empty()).execute();
        }
        JsonMapper json = new JsonMapper();
        runJson = json.readTree(Files.readAllBytes(folder.resolve("run.json")));
        String text = write(SavedRun.open(folder));
        pageBytes = text.length();
        int from = text.indexOf("id=\"data\">") + "id=\"data\">".length();
        page = json.readTree(text.substring(from, text.indexOf("</script", from)))
                .get("runs")
                .get(0);
    }

    private static String write(SavedRun run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlReport("0", Clock.systemUTC()).write(List.of(run), out);
        return out.toString(StandardCharsets.UTF_8);
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
        Manifest.Machine machine = new Manifest.Machine("jvm", List.of(), "os", "cpu", 2, 20);
        return new RunIdentity(
                "test",
                new Manifest(
                        "0", List.of(), Map.of(), 1, "d", "mock", "anthropic", "m", "", machine, Optional.empty()));
    }

    private static double at(JsonNode spectrum, double fraction) {
        for (JsonNode point : spectrum) {
            if (point.get(0).asDouble() == fraction) {
                return point.get(1).asDouble();
            }
        }
        throw new AssertionError("the spectrum has no point at " + fraction);
    }

    @Test
    void shouldHoldRunJsonAsItIs() {
        assertThat(page.get("result")).isEqualTo(runJson);
    }

    @Test
    void shouldTellTheVeryPercentilesOfRunJson() {
        assertThat(page.get("distributions").size())
                .isEqualTo(runJson.get("metrics").size());
        for (JsonNode distribution : page.get("distributions")) {
            JsonNode summary =
                    runJson.get("metrics").get(distribution.get("metric").asString());
            JsonNode spectrum = distribution.get("spectrum");
            assertThat(distribution.get("count")).isEqualTo(summary.get("count"));
            assertThat(distribution.get("unit")).isEqualTo(summary.get("unit"));
            for (String name : List.of("p10", "p50", "p90", "p99")) {
                if (!summary.get(name).isNull()) {
                    double fraction = Integer.parseInt(name.substring(1)) / 100.0;
                    assertThat(at(spectrum, fraction))
                            .as("%s of %s", name, distribution.get("metric"))
                            .isEqualTo(summary.get(name).asDouble());
                }
            }
            assertThat(at(spectrum, 1)).isEqualTo(summary.get("max").asDouble());
            assertThat(at(spectrum, 0)).isEqualTo(summary.get("min").asDouble());
        }
    }

    @Test
    void shouldShowEveryRequestOfAShortRun() {
        assertThat(page.get("points").get("of").asInt()).isEqualTo(REQUESTS);
        assertThat(page.get("points").get("rows"))
                .hasSize(REQUESTS)
                .allSatisfy(row -> assertThat(row)
                        .hasSize(page.get("points").get("columns").size()));
        assertThat(page.get("slowest"))
                .hasSize(12)
                .allSatisfy(slow -> assertThat(slow.get("phases"))
                        .last()
                        .satisfies(decode -> assertThat(decode.get("to_ms")).isEqualTo(slow.get("e2e_ms"))));
    }

    @Test
    void shouldDrawTheLineOfTheMocksOwnPrefill() {
        JsonNode fit = page.get("fit");
        assertThat(fit.get("ms_per_1k"))
                .isEqualTo(runJson.get("fits").get("prefill_ms_per_1k").get("value"));
        assertThat(fit.get("intercept_ms").asDouble()).isPositive();
    }

    @Test
    void shouldGiveTheGridTheFiguresOfTheCells() {
        JsonNode grid = page.get("grid");
        assertThat(grid.get("prompt_tokens")).hasSize(2);
        assertThat(grid.get("max_tokens").get(1).asInt()).isEqualTo(32);
        JsonNode last = runJson.get("cells").get(3);
        assertThat(grid.get("values").get("ttft").get("p50").get(1).get(1))
                .isEqualTo(last.get("metrics").get("ttft").get("p50"));
    }

    @Test
    void shouldAddUpToTheRequestsThatSucceeded() {
        JsonNode timeline = page.get("timeline");
        double succeeded = 0;
        for (JsonNode rate : timeline.get("succeeded")) {
            succeeded += rate.asDouble() * timeline.get("step_s").asDouble();
        }
        assertThat(succeeded).isCloseTo(REQUESTS + USERS, within(0.01));
        assertThat(timeline.get("measured"))
                .anySatisfy(step -> assertThat(step.asBoolean()).isTrue());
    }

    @Test
    void shouldStayBelowTwoMegabytes() {
        assertThat(pageBytes).isLessThan((int) MOST_BYTES);
    }

    @ParameterizedTest
    @CsvSource({"1, light, 360", "1, dark, 1600", "2, light, 1600"})
    void shouldShowTheFiguresOfRunJsonInABrowser(int times, String theme, int width) throws IOException {
        SavedRun run = SavedRun.open(temporary.resolve("run"));
        Path file = temporary.resolve("page" + times + ".html");
        try (OutputStream out = Files.newOutputStream(file)) {
            new HtmlReport("0", Clock.systemUTC()).write(Collections.nCopies(times, run), out);
        }
        try (Browser browser = Browser.open()) {
            browser.look(width, theme);
            browser.show(file);
            assertThat(browser.console()).isEmpty();
            assertThat(browser.number("return document.documentElement.scrollWidth"))
                    .isEqualTo(width);
            for (String percentile : List.of("p50", "p99")) {
                double shown = ((Number) browser.run("return Number(document.querySelector('[data-figure=\"ttft."
                                + percentile + "\"]').value)"))
                        .doubleValue();
                assertThat(shown)
                        .isEqualTo(runJson.get("metrics")
                                .get("ttft")
                                .get(percentile)
                                .asDouble());
            }
            assertThat(browser.texts("return __report.charts.filter(chart => !chart.chart.getOption().series"
                            + ".some(series => series.data.length > 0)).map(chart => chart.form.id)"))
                    .isEmpty();
        }
    }
}
