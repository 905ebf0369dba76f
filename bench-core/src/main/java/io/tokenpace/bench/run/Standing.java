package io.tokenpace.bench.run;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * How a run stands at the end of a second, for somebody who watches it. No result is made from it.
 *
 * @param second the one that has passed
 * @param soFar what became of the measured requests
 * @param phase what goes on
 * @param measuredNanos for how long it has been measured
 * @param untilCloseNanos for how much longer it will be at most; empty where no time ends it, or none is known yet
 * @param ttft of the answers that ended in the last seconds, in ms
 * @param decodeRate the same in tokens/s
 * @param tokensPerS that arrived in this second, by what an event of the answers so far has held on average; empty before
 *     the first answer
 * @param failures of the whole run so far, warm-up included, by kind
 */
public record Standing(
        Second second,
        Totals soFar,
        Phase phase,
        long measuredNanos,
        OptionalLong untilCloseNanos,
        Recent ttft,
        Recent decodeRate,
        OptionalDouble tokensPerS,
        Map<ErrorKind, Long> failures) {
    /** How many seconds {@link Recent} reaches back. */
    public static final int RECENT_SECONDS = 5;

    public Standing {
        Map<ErrorKind, Long> ordered = new EnumMap<>(ErrorKind.class);
        ordered.putAll(failures);
        failures = Collections.unmodifiableMap(ordered);
    }

    /** The parts of a run. */
    public enum Phase {
        WARM_UP,
        MEASURING,
        /** Nothing more is sent; answers are waited for. */
        DRAINING
    }

    /**
     * A metric's values of the last seconds, from their histograms added up.
     *
     * @param count of values
     * @param p99 empty below a hundred of them
     */
    public record Recent(long count, OptionalDouble p50, OptionalDouble p99, OptionalDouble max) {
        public static final Recent NONE =
                new Recent(0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
    }
}
