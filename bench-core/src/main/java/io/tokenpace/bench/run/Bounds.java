package io.tokenpace.bench.run;

import io.tokenpace.bench.result.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run may use at most, everything it sends included.
 *
 * @param totalTokens of prompts and answers together
 * @param cost of them
 */
public record Bounds(OptionalLong totalTokens, Optional<Cost> cost) {
    /** Those of a run that may use whatever it needs. */
    public static final Bounds NONE = new Bounds(OptionalLong.empty(), Optional.empty());

    /** What is held for the small request that comes before any load. */
    static final int FEWEST_TOKENS = 100;

    public Bounds {
        if (totalTokens.orElse(FEWEST_TOKENS) < FEWEST_TOKENS) {
            throw new IllegalArgumentException("max-total-tokens (" + totalTokens.getAsLong() + ") must be at least "
                    + FEWEST_TOKENS + ", which the small request before the load may take");
        }
    }

    /** Returns the bound on tokens alone. */
    public static Bounds ofTokens(long most) {
        return new Bounds(OptionalLong.of(most), Optional.empty());
    }

    /**
     * A bound on money.
     *
     * @param mostUsd the most that may be spent
     * @param price by which it is spent
     */
    public record Cost(BigDecimal mostUsd, Price price) {
        private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

        public Cost {
            if (mostUsd.signum() <= 0 || mostUsd.compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException(
                        "max-cost (" + mostUsd.toPlainString() + ") must be above 0 and at most 1000000 USD");
            }
            if (picodollars(mostUsd) < price.mostPicodollars(FEWEST_TOKENS, 1)) {
                throw new IllegalArgumentException("max-cost (" + mostUsd.toPlainString() + ") must be at least "
                        + BigDecimal.valueOf(price.mostPicodollars(FEWEST_TOKENS, 1), 12)
                                .stripTrailingZeros()
                                .toPlainString()
                        + " USD, which the small request before the load may cost");
            }
        }

        long mostPicodollars() {
            return picodollars(mostUsd);
        }

        private static long picodollars(BigDecimal usd) {
            return usd.multiply(BigDecimal.valueOf(Price.PICODOLLARS)).longValue();
        }
    }
}
