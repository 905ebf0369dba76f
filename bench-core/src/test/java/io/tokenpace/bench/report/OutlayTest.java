package io.tokenpace.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.result.Price;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OutlayTest {
    private static final Forecast.Sizes SIZES = new Forecast.Sizes(100, 100, 100, 100, 100, 100, 100);
    private static final Optional<String> BOUND = Optional.of("50,000 tokens, by --max-total-tokens");

    private static Forecast forecast(OptionalLong requests, Optional<Forecast.Tokens> tokens) {
        return new Forecast(
                Forecast.SCHEMA,
                7,
                OptionalLong.of(10),
                requests,
                Forecast.DRAWN,
                100,
                OptionalDouble.empty(),
                SIZES,
                SIZES,
                tokens,
                700,
                Optional.empty(),
                List.of(),
                List.of());
    }

    @Test
    void shouldSayWhatIsExpectedAndWhatIsTheWorst() {
        Forecast known = forecast(OptionalLong.of(90), Optional.of(new Forecast.Tokens(10_000, 2_000, 12_000, 2_000)));
        // 10,000 × 2 and 2,000 × 10 millionths; 10,700 × 2 and 2,000 × 10.
        assertThat(Outlay.lines("http://h/v1", "m", known.pricedAt(Price.of(2, 10)), Optional.empty()))
                .isEqualTo("""
                        about to send requests to http://h/v1, model m
                          requests  90, after 10 to warm up
                          expected  10,000 input tokens and, if no answer ends early, 2,000 output tokens, warm-up included: 0.0400 USD
                          at worst  12,000 tokens, if every request were as large as the largest looked at; and 700 before the load: 0.0414 USD
                        """);
        assertThat(Outlay.lines("http://h/v1", "m", known, BOUND))
                .endsWith("  bound     50,000 tokens, by --max-total-tokens\n");
    }

    @Test
    void shouldSayWhatBoundsARunWhoseRequestsNobodyCanCount() {
        Forecast unknown = forecast(OptionalLong.empty(), Optional.empty());
        assertThat(Outlay.lines("http://h/v1", "m", unknown, BOUND))
                .contains("  expected  unknown: the answers decide how many requests there are\n")
                .endsWith("  at worst  50,000 tokens, by --max-total-tokens\n");
        assertThat(Outlay.lines("http://h/v1", "m", unknown, Optional.empty()))
                .endsWith("  at worst  no bound: give --max-total-tokens or --max-cost\n");
    }
}
