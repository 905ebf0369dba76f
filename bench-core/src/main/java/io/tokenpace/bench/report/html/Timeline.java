package io.tokenpace.bench.report.html;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What happened when, step by step.
 *
 * @param stepS a step's width in seconds
 * @param measured whether any of a step lies in the measured part
 * @param offered requests a second that came due
 * @param achieved requests a second that were taken up
 * @param inFlight at the end of the step
 * @param contentEvents a second
 * @param bands percentiles of the answers that ended in a step, by metric and name
 * @param errors failures that ended in a step, by kind
 */
record Timeline(
        long stepS,
        List<Long> startS,
        List<Boolean> measured,
        List<Double> offered,
        List<Double> achieved,
        List<Double> succeeded,
        List<Double> failed,
        List<Long> inFlight,
        List<Double> contentEvents,
        List<OptionalDouble> loopLagMaxMs,
        List<OptionalDouble> hiccupMaxMs,
        Map<String, Map<String, List<OptionalDouble>>> bands,
        Map<String, List<Long>> errors) {}
