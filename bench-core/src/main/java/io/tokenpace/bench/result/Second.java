package io.tokenpace.bench.result;

import java.util.OptionalDouble;

/**
 * One second of a run, as a line of {@code timeline.jsonl}.
 *
 * @param second its number from the start of the run, from 0
 * @param offered requests that came due in it
 * @param achieved requests taken up
 * @param succeeded answers that ended well
 * @param failed answers that did not
 * @param inFlight requests in flight at its end
 * @param contentEvents events with content that arrived in it
 * @param ttftP50Ms of the answers that ended in it
 */
public record Second(
        long second,
        long offered,
        long achieved,
        long succeeded,
        long failed,
        long inFlight,
        long contentEvents,
        OptionalDouble ttftP50Ms,
        OptionalDouble ttftP99Ms,
        OptionalDouble decodeRateP50,
        OptionalDouble loopLagMaxMs,
        OptionalDouble hiccupMaxMs) {}
