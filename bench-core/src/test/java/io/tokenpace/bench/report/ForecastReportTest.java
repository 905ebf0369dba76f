package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.result.Price;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ForecastReportTest {
    private static final Forecast.Sizes PROMPTS = new Forecast.Sizes(801.25, 118, 240, 640, 1_530, 3_001, 9_876);
    private static final Forecast.Sizes ANSWERS = new Forecast.Sizes(40, 16, 20, 40, 60, 64, 64);
    private static final Forecast OPEN = new Forecast(
            Forecast.SCHEMA,
            7,
            OptionalLong.of(200),
            OptionalLong.of(800),
            Forecast.DRAWN,
            800,
            OptionalDouble.empty(),
            PROMPTS,
            ANSWERS,
            Optional.of(new Forecast.Tokens(801_250, 40_000, 9_940_000, 64_000)),
            0,
            Optional.empty(),
            List.of(80L, 81L, 79L, 80L, 80L, 80L, 80L, 80L, 80L, 80L),
            List.of());

    @Test
    void shouldSayHowMuchWouldBeSentAndWhen() {
        assertThat(ForecastReport.table(OPEN)).isEqualTo("""
                        DRY RUN  nothing was sent; seed 7
                          requests  800, after 200 to warm up
                          expected  801,250 input tokens and, if no answer ends early, 40,000 output tokens, warm-up included
                          at worst  9,940,000 tokens, if every request were as large as the largest looked at

                        SIZES of the first 800, tokens   mean   p1  p10  p50    p90    p99    max
                          prompt_tokens                 801.3  118  240  640  1,530  3,001  9,876
                          max_tokens                     40.0   16   20   40     60     64     64

                        ARRIVALS by tenths of the run   1   2   3   4   5   6   7   8   9  10
                          requests due                 80  81  79  80  80  80  80  80  80  80
                        """);
    }

    @Test
    void shouldSayWhatItCosts() {
        // 801,250 × 3 and 40,000 × 15 millionths; (9,876,000 + 1,000) × 3.75 and 64,000 × 15.
        Forecast priced = OPEN.withBefore(1_000).pricedAt(new Price(3, 0.3, 3.75, 15));
        assertThat(ForecastReport.table(priced))
                .contains("40,000 output tokens, warm-up included: 3.00 USD\n")
                .contains("as large as the largest looked at; and 1,000 before the load: 38.00 USD\n");
        assertThat(priced.cost()).contains(new Forecast.Cost(3.00375, 37.99875));
    }

    @Test
    void shouldSayWhatTheAnswersDecide() {
        Forecast closed = new Forecast(
                Forecast.SCHEMA,
                7,
                OptionalLong.empty(),
                OptionalLong.empty(),
                Forecast.DRAWN,
                10_000,
                OptionalDouble.empty(),
                PROMPTS,
                ANSWERS,
                Optional.empty(),
                0,
                Optional.empty(),
                List.of(),
                List.of());
        assertThat(ForecastReport.table(closed))
                .contains("  requests  as many as the users get answered in the time, after a warm-up by time\n")
                .doesNotContain("expected", "ARRIVALS");
    }

    private static Forecast on(String basis) {
        return new Forecast(
                Forecast.SCHEMA,
                7,
                OptionalLong.of(0),
                OptionalLong.of(1_000),
                basis,
                1_000,
                OptionalDouble.empty(),
                PROMPTS,
                ANSWERS,
                Optional.of(new Forecast.Tokens(801_250, 40_000, 841_250, 40_000)),
                0,
                Optional.empty(),
                List.of(),
                List.of("3 lines were passed over"));
    }

    @Test
    void shouldSayThatATraceNamesEverySize() {
        assertThat(ForecastReport.table(on(Forecast.TRACED)))
                .contains("  at worst  841,250 tokens, both together, as the trace has them\n")
                .contains("SIZES of all 1,000, tokens")
                .endsWith("\nnote: 3 lines were passed over\n");
    }

    @Test
    void shouldSayWhatIsEstimated() {
        assertThat(ForecastReport.table(on(Forecast.ESTIMATED)))
                .contains("  expected  about 801,250 input tokens")
                .contains("\n  prompt_tokens, estimated ")
                .contains("\nestimated: 4 characters are taken for a token\n");
        assertThat(new JsonMapper()
                        .readTree(ForecastReport.json(on(Forecast.ESTIMATED)))
                        .get("basis")
                        .asString())
                .isEqualTo("estimated");
    }

    @Test
    void shouldLeaveOutOfTheJsonWhatIsNotKnown() {
        JsonNode json = new JsonMapper().readTree(ForecastReport.json(OPEN));
        assertThat(json.get("schema").asString()).isEqualTo("tokenpace.forecast/1");
        assertThat(json.get("requests").asLong()).isEqualTo(800);
        assertThat(json.at("/tokens/worst_case").asLong()).isEqualTo(9_940_000);
        assertThat(json.at("/prompt_tokens/p99").asInt()).isEqualTo(3_001);
        assertThat(json.get("arrivals")).hasSize(10);
    }
}
