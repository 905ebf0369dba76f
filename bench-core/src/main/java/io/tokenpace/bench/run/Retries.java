package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.client.ExchangeListener;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** Sends the requests of a run until they are answered, have failed for good, or were tried often enough. */
final class Retries {
    private final List<ClientLoop> loops;
    private final List<RetryLane> lanes;

    private Retries(List<ClientLoop> loops, List<RetryLane> lanes) {
        this.loops = loops;
        this.lanes = lanes;
    }

    /** Returns those of a plan; where it sends nothing twice nothing stands in the way. */
    static Retries of(RunPlan plan, List<ClientLoop> loops) {
        if (plan.retries() == 0) {
            return new Retries(List.of(), List.of());
        }
        RetryRule rule = new RetryRule(plan.retries(), plan.seed(), Clock.systemUTC());
        return new Retries(
                loops, loops.stream().map(loop -> new RetryLane(rule, loop)).toList());
    }

    /** Returns what turns a listener to the ends of requests on a loop into one to those of their attempts. */
    UnaryOperator<ExchangeListener> on(int loop) {
        return lanes.isEmpty() ? UnaryOperator.identity() : lanes.get(loop)::untilLast;
    }

    /** Sends nothing again from now on, and gives up what waits. */
    void end() {
        for (int i = 0; i < lanes.size(); i++) {
            loops.get(i).execute(lanes.get(i)::end);
        }
    }
}
