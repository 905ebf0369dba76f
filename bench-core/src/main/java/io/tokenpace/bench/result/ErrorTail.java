package io.tokenpace.bench.result;

import java.util.OptionalDouble;

/**
 * How large errors are, in microseconds: percentiles of their size, each empty where too few tell it, and the median with
 * its sign, which shows on which side they lie.
 *
 * @param count of errors
 * @param maxUs the largest size
 * @param signedP50Us below zero where the client's figure is mostly the smaller one
 */
public record ErrorTail(
        long count,
        OptionalDouble p50Us,
        OptionalDouble p90Us,
        OptionalDouble p99Us,
        OptionalDouble maxUs,
        OptionalDouble signedP50Us) {
    public static final ErrorTail NONE = new ErrorTail(
            0,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private static final double MICROS_PER_MILLI = 1e3;

    /** Returns whether the median is known, and beyond a bound. */
    public boolean p50Exceeds(double boundMs) {
        return p50Us.orElse(0) > boundMs * MICROS_PER_MILLI;
    }

    /** Returns whether the 90th percentile is known, and beyond a bound. */
    public boolean p90Exceeds(double boundMs) {
        return p90Us.orElse(0) > boundMs * MICROS_PER_MILLI;
    }
}
