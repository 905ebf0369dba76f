package io.tokenpace.bench.draw;

/**
 * A distribution of amounts, given by the inverse of its distribution function: one uniform number gives one value, so
 * that each value is as much a function of its index as the number is.
 */
@FunctionalInterface
interface Distribution {
    /** Returns the value below which a share of {@code probability}, strictly between 0 and 1, of all draws fall. */
    double quantile(double probability);
}
