package io.tokenpace.bench.run;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.tokenpace.bench.result.RunResult;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A service's failures are data, from the wire to the folder. */
class FailingServiceTest {
    private static final String OVERLOADED = """
            {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}, "request_id": "req_1"}""";

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @TempDir
    Path folder;

    @Test
    void shouldBookEveryRefusalWithItsKindAndWords() throws Exception {
        String stream = """
                event: message_start
                data: {"type": "message_start", "message": {"usage": {"input_tokens": 25, "output_tokens": 1}}}

                event: message_stop
                data: {"type": "message_stop"}

                """;
        answer(Scenario.STARTED, aResponse().withBody(stream), "busy");
        answer(
                "busy",
                aResponse()
                        .withStatus(529)
                        .withHeader("request-id", "req_1")
                        .withHeader("retry-after", "3")
                        .withBody(OVERLOADED),
                "busy");
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = harness.run(plan(SERVICE.baseUrl()));
        assertThat(result.totals().failed()).isEqualTo(20);
        assertThat(result.totals().balance()).isTrue();
        JsonNode error = harness.runJson().get("errors").get(0);
        assertThat(error.get("kind").asString()).isEqualTo("overloaded");
        assertThat(error.get("status").asInt()).isEqualTo(529);
        assertThat(error.get("count").asInt()).isEqualTo(20);
        assertThat(error.get("example").asString()).isEqualTo("overloaded_error: Overloaded");
        assertThat(error.get("request_id").asString()).isEqualTo("req_1");
        assertThat(harness.requests()).hasSize(20).allSatisfy(request -> {
            assertThat(request.get("request_id").asString()).isEqualTo("req_1");
            assertThat(request.get("headers").get("retry-after").asString()).isEqualTo("3");
            assertThat(request.get("outcome").asString()).isEqualTo("failed");
            assertThat(request.get("error").asString()).isEqualTo("overloaded");
            assertThat(request.has("first_token")).isFalse();
        });
    }

    @Test
    void shouldStartNoLoadWhenTargetRefusesOneSmallRequest() throws Exception {
        answer(Scenario.STARTED, aResponse().withStatus(529).withBody(OVERLOADED), Scenario.STARTED);
        RunHarness harness = new RunHarness(folder.resolve("run"));
        RunResult result = harness.run(plan(SERVICE.baseUrl()));
        assertThat(SERVICE.getAllServeEvents()).hasSize(1);
        assertThat(result.totals().sent()).isZero();
        assertThat(result.verdict().reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.rule()).isEqualTo("target"));
        assertThat(harness.runJson().get("errors").get(0).get("kind").asString())
                .isEqualTo("overloaded");
        assertThat(harness.requests()).isEmpty();
    }

    private static void answer(String state, ResponseDefinitionBuilder answer, String next) {
        SERVICE.stubFor(post(urlEqualTo("/v1/messages"))
                .inScenario("service")
                .whenScenarioStateIs(state)
                .willReturn(answer)
                .willSetStateTo(next));
    }

    private static RunPlan plan(String url) {
        return RunHarness.plan(
                url, new LoadShape.Closed(4), Extent.ofRequests(4), Extent.ofRequests(20), Duration.ofSeconds(20));
    }
}
