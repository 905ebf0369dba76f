package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.ProxyRules;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.client.TlsSettings;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RunResult;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs whose way to the service is not the plain one. */
class WayRunTest {
    private static final int REQUESTS = 12;

    @TempDir
    private Path temporary;

    private static MockServer mock(boolean tls) throws IOException {
        MockOptions options = MockOptions.of(Profiles.load("instant"));
        return MockServer.start(tls ? options.withTls() : options);
    }

    private static RunPlan plan(Target target) {
        Workload items =
                new SizedWorkload(RequestShape.of("test", SizeSpec.of(8), SizeSpec.of(2)), RunHarness.SEED, "measured");
        return new RunPlan(
                target,
                new AnthropicFormat(),
                Timeouts.DEFAULT,
                items,
                items,
                new LoadShape.Closed(2),
                Extent.ofRequests(0),
                Extent.ofRequests(REQUESTS),
                Terms.of(StopRule.never()),
                Duration.ofSeconds(30),
                RunHarness.SEED,
                2,
                0,
                0);
    }

    @Test
    void shouldShareTheLoadOutAmongServices() throws IOException, InterruptedException {
        try (MockServer one = mock(false);
                MockServer other = mock(false)) {
            List<Endpoint> endpoints = List.of(
                    Endpoint.parse(one.uri().toString()),
                    Endpoint.parse(other.uri().toString()));
            Target target = new Target(endpoints, List.of(), TlsSettings.SYSTEM, ProxyRules.NONE);

            RunResult result = new RunHarness(temporary.resolve("run")).run(plan(target));

            assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
            // One more each: whether it answers at all is asked before the load; and the first counts two samples.
            assertThat(one.requests()).isEqualTo(REQUESTS / 2 + 3);
            assertThat(other.requests()).isEqualTo(REQUESTS / 2 + 1);
        }
    }

    @Test
    void shouldNotBeginWhereOneOfTheServicesDoesNotAnswer() throws IOException, InterruptedException {
        try (MockServer one = mock(false)) {
            List<Endpoint> endpoints =
                    List.of(Endpoint.parse(one.uri().toString()), Endpoint.parse("http://127.0.0.1:1"));
            Target target = new Target(endpoints, List.of(), TlsSettings.SYSTEM, ProxyRules.NONE);

            RunResult result = new RunHarness(temporary.resolve("run")).run(plan(target));

            assertThat(result.totals().sent()).isZero();
            assertThat(result.errors().get(0).kind()).isEqualTo("connect");
        }
    }

    @Test
    void shouldTellTheHandshakesOfAServiceInHttps() throws IOException, InterruptedException {
        try (MockServer mock = mock(true)) {
            Path ca = Files.writeString(
                    temporary.resolve("mock.pem"), mock.certificatePem().orElseThrow());
            Target target = new Target(
                    List.of(Endpoint.parse(mock.uri().toString())),
                    List.of(),
                    TlsSettings.trusting(ca),
                    ProxyRules.NONE);
            RunHarness harness = new RunHarness(temporary.resolve("run"));

            RunResult result = harness.run(plan(target));

            assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
            // The connection of the small request before the load is one of the two.
            List<JsonNode> opened = harness.requests().stream()
                    .filter(request -> request.has("tls_done"))
                    .toList();
            assertThat(opened).isNotEmpty().allSatisfy(request -> {
                assertThat(RunHarness.between(request, "connected", "tls_done")).isPositive();
                assertThat(RunHarness.between(request, "tls_done", "sent")).isNotNegative();
            });
            assertThat(result.metrics().get(Metric.TLS.label()).count()).isEqualTo(opened.size());
            assertThat(result.verdict().notes()).noneMatch(note -> note.contains("verified"));
        }
    }

    @Test
    void shouldNoteThatNobodyVerifiedTheService() throws IOException, InterruptedException {
        try (MockServer mock = mock(true)) {
            Target target = new Target(
                    List.of(Endpoint.parse(mock.uri().toString())), List.of(), TlsSettings.UNVERIFIED, ProxyRules.NONE);

            RunResult result = new RunHarness(temporary.resolve("run")).run(plan(target));

            assertThat(result.totals().succeeded()).isEqualTo(REQUESTS);
            assertThat(result.verdict().notes()).anyMatch(note -> note.contains("--insecure"));
        }
    }
}
