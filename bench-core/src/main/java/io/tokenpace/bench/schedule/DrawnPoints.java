package io.tokenpace.bench.schedule;

import io.tokenpace.bench.draw.Draws;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;

/**
 * The running sum of random gaps, one draw a gap.
 *
 * <p>Whole and fraction are kept apart: each addition is then rounded as a number near 1 is, by at most 2⁻⁵³ or so,
 * instead of as the sum, which grows with the run. Three million gaps together lose less than a billionth of a gap.
 */
final class DrawnPoints implements DoubleSupplier {
    private final DoubleUnaryOperator quantile;
    private final Draws draws;
    private long index;
    private double whole;
    private double fraction;

    /** @param quantile the inverse of the gaps' distribution function */
    DrawnPoints(DoubleUnaryOperator quantile, Draws draws) {
        this.quantile = quantile;
        this.draws = draws;
    }

    @Override
    public double getAsDouble() {
        double sum = fraction + quantile.applyAsDouble(draws.uniform(index++));
        double full = Math.floor(sum);
        whole += full;
        fraction = sum - full;
        return whole + fraction;
    }
}
