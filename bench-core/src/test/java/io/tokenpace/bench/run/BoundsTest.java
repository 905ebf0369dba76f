package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.result.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundsTest {
    private static Bounds costing(String usd, Price price) {
        return new Bounds(OptionalLong.empty(), Optional.of(price), Optional.of(new BigDecimal(usd)));
    }

    @Test
    void shouldSayHowToGiveAPriceWhereACostHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new Bounds(OptionalLong.empty(), Optional.empty(), Optional.of(new BigDecimal("2.50"))))
                .withMessage("max-cost (2.50) needs a price: give --price IN,OUT or --prices FILE");
    }

    @ParameterizedTest
    @ValueSource(longs = {99, 0, -5})
    void shouldNameTheTokensAndTheRuleWhenTheyAreTooFew(long tokens) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bounds.ofTokens(tokens))
                .withMessage("max-total-tokens (" + tokens
                        + ") must be at least 100, which the small request before the load may take");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000.01"})
    void shouldNameTheCostAndTheRuleWhenItIsImpossible(String usd) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> costing(usd, Price.of(1, 1)))
                .withMessage("max-cost (" + usd + ") must be above 0 and at most 1000000 USD");
    }

    @Test
    void shouldRefuseACostThatDoesNotEvenPayTheFirstRequest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> costing("0.0001", Price.of(3, 15)))
                .withMessage(
                        "max-cost (0.0001) must be at least 0.000315 USD, which the small request before the load may"
                                + " cost");
    }
}
