package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchmarkReportTest {
    private static JsonNode render(Results results) {
        return new JsonMapper().readTree(new BenchmarkReport().render(results.result()));
    }

    private static List<String> names(JsonNode entries) {
        return entries.valueStream().map(entry -> entry.get("name").asString()).toList();
    }

    @Test
    void shouldHoldTimesAlone() {
        JsonNode entries = render(Results.good());
        assertThat(names(entries))
                .containsExactly(
                        "prefill, ms per 1,000 prompt tokens",
                        "ttft p50",
                        "ttft p90",
                        "ttft p99",
                        "tpot p50",
                        "tpot p90",
                        "tpot p99",
                        "time per output token, all requests",
                        "time per request, all requests");
        assertThat(entries)
                .allSatisfy(entry -> assertThat(entry.get("unit").asString()).isEqualTo("ms"));
    }

    @Test
    void shouldTurnRatesIntoTheTimeThatOneTakes() {
        JsonNode entries = render(Results.good());
        assertThat(entries.get(7).get("value").asDouble()).isEqualTo(1.0);
        assertThat(entries.get(8).get("value").asDouble()).isEqualTo(100.0);
    }

    @Test
    void shouldTellHowFarTheSlopeMayBeOff() {
        assertThat(render(Results.good()).get(0).get("range").asString()).isEqualTo("± 1.25");
        assertThat(render(Results.good()).get(1).has("range")).isFalse();
    }

    @Test
    void shouldNameTheFiguresOfAnInvalidRunApart() {
        Results invalid = Results.good().broken("cpu", "3 % stolen");
        assertThat(names(render(invalid))).allMatch(name -> name.endsWith(" (INVALID run)"));
        assertThat(new BenchmarkReport()
                        .render(invalid.result())
                        .lines()
                        .findFirst()
                        .orElseThrow())
                .contains("INVALID: cpu");
    }

    @Test
    void shouldBeAnEmptyListWhereNothingWasMeasured() {
        assertThat(render(Results.good().empty())).isEmpty();
    }

    @Test
    void shouldHoldTheMediansOfEachCell() {
        assertThat(names(render(Results.good().cells(2))))
                .endsWith(
                        "ttft p50 at 1 × drawn",
                        "tpot p50 at 1 × drawn",
                        "ttft p50 at 2 × drawn",
                        "tpot p50 at 2 × drawn");
    }
}
