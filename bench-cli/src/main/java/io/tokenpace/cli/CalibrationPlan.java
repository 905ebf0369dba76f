package io.tokenpace.cli;

import io.tokenpace.bench.client.Endpoint;
import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.draw.SizeSpec;
import io.tokenpace.bench.run.RunPlan;
import io.tokenpace.bench.run.Terms;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.schedule.StopRule;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.workload.RequestShape;
import io.tokenpace.bench.workload.SizedWorkload;
import java.time.Duration;

/**
 * What a calibration does.
 *
 * @param ladder the loads
 * @param pace from one token of a stream to the next
 * @param length how long each load is measured
 */
record CalibrationPlan(Ladder ladder, Duration pace, Duration length) {
    /** Short enough that ten seconds at the usual pace hold ten answers, which a p90 takes. */
    static final int ANSWER_TOKENS = 32;

    private static final int PROMPT_TOKENS = 64;
    /** With the full load there; long enough that the memory it takes can be read before anything is measured. */
    private static final Duration WARMUP = Duration.ofSeconds(2);

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration LEAST_PACE = Duration.ofMillis(1);
    private static final Duration MOST_PACE = Duration.ofSeconds(1);
    private static final Duration LEAST_LENGTH = Duration.ofSeconds(1);
    private static final Duration MOST_LENGTH = Duration.ofHours(1);

    CalibrationPlan {
        require("pace", pace, LEAST_PACE, MOST_PACE);
        require("duration", length, LEAST_LENGTH, MOST_LENGTH);
    }

    private static void require(String name, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(name + " (" + value.toMillis() + "ms) must be from " + least.toMillis()
                    + "ms to " + most.toMillis() + "ms");
        }
    }

    /** Returns the run of one load: its users start evenly over one answer, so that their requests stay apart. */
    RunPlan run(Endpoint mock, int streams) {
        RequestShape shape = RequestShape.of("calibration", SizeSpec.of(PROMPT_TOKENS), SizeSpec.of(ANSWER_TOKENS));
        return new RunPlan(
                Target.of(mock),
                Api.ANTHROPIC.format(Parameters.STREAMING, mock.host()),
                Timeouts.DEFAULT,
                new SizedWorkload(shape, 0, "warmup"),
                new SizedWorkload(shape, 0, "items"),
                new LoadShape.Closed(streams, pace.multipliedBy(ANSWER_TOKENS)),
                Extent.ofDuration(WARMUP),
                Extent.ofDuration(length),
                Terms.of(StopRule.never()),
                pace.multipliedBy(ANSWER_TOKENS).plus(GRACE),
                0,
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
                0,
                0);
    }
}
