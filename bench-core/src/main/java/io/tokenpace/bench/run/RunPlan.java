package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Target;
import io.tokenpace.bench.client.Timeouts;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.wire.WireFormat;
import io.tokenpace.bench.workload.Workload;
import java.time.Duration;

/**
 * Everything a run does.
 *
 * @param target where the service is
 * @param format its API
 * @param timeouts when a request is given up
 * @param warmupItems what is sent while nothing is measured
 * @param items what is measured
 * @param load what drives it
 * @param warmup how long the warm-up lasts once the load's ramp is over; both are always extra
 * @param extent how long the measured part lasts
 * @param terms what ends the run before its extent does, and what it is judged by
 * @param grace how long answers may take after the last start
 * @param seed from which arrivals are drawn
 * @param loops event loops to use at most
 * @param connections how many are opened before the load begins, and wait for it
 * @param retries how often a request that failed is sent again at most
 */
public record RunPlan(
        Target target,
        WireFormat format,
        Timeouts timeouts,
        Workload warmupItems,
        Workload items,
        LoadShape load,
        Extent warmup,
        Extent extent,
        Terms terms,
        Duration grace,
        long seed,
        int loops,
        int connections,
        int retries) {
    /** More would hide a service that never answers. */
    public static final int MOST_RETRIES = 100;

    public RunPlan {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace (" + grace.toMillis() + "ms) must not be negative");
        }
        if (loops <= 0) {
            throw new IllegalArgumentException("loops (" + loops + ") must be positive");
        }
        if (connections < 0) {
            throw new IllegalArgumentException("connections (" + connections + ") must not be negative");
        }
        if (connections > 0 && !target.keepsConnections()) {
            throw new IllegalArgumentException(
                    "connections (" + connections + ") must be 0 where each request has one of its own");
        }
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException("retries (" + retries + ") must be from 0 to " + MOST_RETRIES);
        }
        terms.requireFit(load);
    }

    /** Returns the same plan, but that requests that fail are sent again, this often at most. */
    RunPlan retrying(int most) {
        return new RunPlan(
                target,
                format,
                timeouts,
                warmupItems,
                items,
                load,
                warmup,
                extent,
                terms,
                grace,
                seed,
                loops,
                connections,
                most);
    }

    /** Returns how many loops the load can keep busy: a user or a place in flight cannot be split. */
    int usefulLoops() {
        int parts = load instanceof LoadShape.Closed closed
                ? closed.users()
                : ((LoadShape.Timed) load).maxInFlight().orElse(loops);
        return Math.min(loops, parts);
    }
}
