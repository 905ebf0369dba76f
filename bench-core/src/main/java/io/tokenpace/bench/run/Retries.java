package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import java.time.Clock;
import java.util.List;

/** Sends the requests of a run until they are answered, have failed for good, or were tried often enough. */
final class Retries {
    /** Sends nothing twice. */
    static final Retries NONE = new Retries(List.of(), List.of());

    private final List<ClientLoop> loops;
    private final List<RetryLane> lanes;

    private Retries(List<ClientLoop> loops, List<RetryLane> lanes) {
        this.loops = loops;
        this.lanes = lanes;
    }

    /** Returns those of a plan; where it sends nothing twice nothing stands in the way. */
    static Retries of(RunPlan plan, List<ClientLoop> loops) {
        if (plan.retries() == 0) {
            return NONE;
        }
        RetryRule rule = new RetryRule(plan.retries(), plan.seed(), Clock.systemUTC());
        return new Retries(
                loops, loops.stream().map(loop -> new RetryLane(rule, loop)).toList());
    }

    /** Returns how often requests on a loop are sent. */
    Persistence on(int loop) {
        return lanes.isEmpty() ? Persistence.NONE : lanes.get(loop);
    }

    /** Sends nothing again from now on, and gives up what waits. */
    void end() {
        for (int i = 0; i < lanes.size(); i++) {
            loops.get(i).execute(lanes.get(i)::end);
        }
    }
}
