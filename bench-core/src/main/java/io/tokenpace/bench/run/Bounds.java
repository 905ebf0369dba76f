package io.tokenpace.bench.run;

import io.tokenpace.bench.result.Price;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run may use at most, everything it sends included.
 *
 * @param totalTokens of prompts and answers together
 * @param price of the tokens, where it is known
 * @param costUsd the most that may be spent by this price
 */
public record Bounds(OptionalLong totalTokens, Optional<Price> price, Optional<BigDecimal> costUsd) {
    /** Those of a run that may use whatever it needs. */
    public static final Bounds NONE = new Bounds(OptionalLong.empty(), Optional.empty(), Optional.empty());

    /** What is held for the small request that comes before any load. */
    static final int FEWEST_TOKENS = 100;

    private static final BigDecimal LARGEST_USD = BigDecimal.valueOf(1_000_000);
    private static final int PICO_DIGITS = 12;

    public Bounds {
        if (totalTokens.orElse(FEWEST_TOKENS) < FEWEST_TOKENS) {
            throw new IllegalArgumentException("max-total-tokens (" + totalTokens.getAsLong() + ") must be at least "
                    + FEWEST_TOKENS + ", which the small request before the load may take");
        }
        if (costUsd.isPresent()) {
            requirePrice(costUsd.get(), price);
        }
    }

    private static void requirePrice(BigDecimal most, Optional<Price> price) {
        String named = "max-cost (" + most.toPlainString() + ")";
        if (most.signum() <= 0 || most.compareTo(LARGEST_USD) > 0) {
            throw new IllegalArgumentException(named + " must be above 0 and at most 1000000 USD");
        }
        if (price.isEmpty()) {
            throw new IllegalArgumentException(named + " needs a price: give --price IN,OUT or --prices FILE");
        }
        long first = price.get().mostPicodollars(FEWEST_TOKENS, 1);
        if (picodollars(most) < first) {
            throw new IllegalArgumentException(named + " must be at least "
                    + BigDecimal.valueOf(first, PICO_DIGITS)
                            .stripTrailingZeros()
                            .toPlainString()
                    + " USD, which the small request before the load may cost");
        }
    }

    /** Returns the bound on tokens alone. */
    public static Bounds ofTokens(long most) {
        return new Bounds(OptionalLong.of(most), Optional.empty(), Optional.empty());
    }

    /** Returns the most that may be spent, in picodollars. */
    long mostPicodollars() {
        return costUsd.map(Bounds::picodollars).orElse(Long.MAX_VALUE);
    }

    private static long picodollars(BigDecimal usd) {
        return usd.movePointRight(PICO_DIGITS).longValue();
    }
}
