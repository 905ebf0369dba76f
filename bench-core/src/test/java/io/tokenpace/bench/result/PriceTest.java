package io.tokenpace.bench.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.outcome.Usage;
import org.junit.jupiter.api.Test;

class PriceTest {
    private static final Price PRICE = new Price(3, 0.3, 3.75, 15);

    @Test
    void shouldPriceEachSortOfTokens() {
        // 1,000 × 3 + 2,000 × 0.3 + 400 × 3.75 + 100 × 15 = 6,600 millionths of a USD.
        assertThat(PRICE.picodollars(new Usage(1_000, 400, 2_000, 100, 30))).isEqualTo(6_600_000_000L);
    }

    @Test
    void shouldPriceNothingThatIsNotKnown() {
        assertThat(PRICE.picodollars(Usage.NONE)).isZero();
        assertThat(PRICE.picodollars(new Usage(1_000, Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN, Usage.UNKNOWN)))
                .isEqualTo(3_000_000_000L);
    }

    @Test
    void shouldTakeTheDearestUseOfTheCacheForTheMost() {
        // 1,000 × 3.75 + 100 × 15
        assertThat(PRICE.mostPicodollars(1_000, 100)).isEqualTo(5_250_000_000L);
        assertThat(Price.of(2, 8).mostPicodollars(1_000, 100)).isEqualTo(2_800_000_000L);
    }

    @Test
    void shouldNameThePriceAndTheRuleWhenItIsImpossible() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of(3, -1))
                .withMessage("output (-1.0) must be from 0 to 1000000 USD per million tokens");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Price.of(Double.NaN, 1))
                .withMessage("input (NaN) must be from 0 to 1000000 USD per million tokens");
    }
}
