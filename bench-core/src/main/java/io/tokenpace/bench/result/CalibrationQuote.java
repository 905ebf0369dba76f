package io.tokenpace.bench.result;

/**
 * The tool's own error at the load of a run, or at the next higher one that was calibrated.
 *
 * @param measuredUtc when that was
 * @param streams at which load
 */
public record CalibrationQuote(
        String measuredUtc,
        int streams,
        double ttftErrorP50Us,
        double ttftErrorP90Us,
        double gapErrorP50Us,
        double gapErrorP90Us) {}
