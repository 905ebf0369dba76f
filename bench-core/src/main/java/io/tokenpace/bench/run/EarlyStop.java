package io.tokenpace.bench.run;

import io.tokenpace.bench.analysis.Saturation;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.schedule.Progress;
import io.tokenpace.bench.schedule.StopRule;
import java.util.Optional;

/**
 * Holds the run's stop rules to every request that ends and every second that passes, and ends the load when the first is
 * reached. One thread adds them; any may end the load, and others read why.
 */
final class EarlyStop {
    private final StopRule rule;
    private final Optional<Saturation> saturation;
    private final Runnable endLoad;
    private long requests;
    private long failed;
    private long lastEndNanos;
    private volatile Optional<String> reason = Optional.empty();
    private volatile Optional<String> broken = Optional.empty();

    EarlyStop(Terms terms, Runnable endLoad) {
        this.rule = terms.stopRule();
        this.saturation = terms.saturatedTtft().map(Saturation::new);
        this.endLoad = endLoad;
    }

    void add(RequestRecord request) {
        if (reason.isPresent()) {
            return;
        }
        requests++;
        failed += request.outcome() == Outcome.FAILED ? 1 : 0;
        lastEndNanos = Math.max(lastEndNanos, request.stamps().end());
        rule.reached(new Progress(requests, failed, lastEndNanos)).ifPresent(this::endBy);
    }

    /**
     * Adds a second that has passed.
     *
     * @param measured whether all of it lay inside the window
     */
    void add(Second second, boolean measured) {
        if (reason.isEmpty() && saturation.isPresent()) {
            saturation.get().reached(second, measured).ifPresent(this::endBy);
        }
    }

    /** Ends the load by a rule that was reached, from any thread; the first one counts. */
    void endBy(String reached) {
        if (isFirst(reached)) {
            endLoad.run();
        }
    }

    private synchronized boolean isFirst(String reached) {
        boolean first = reason.isEmpty();
        if (first) {
            reason = Optional.of(reached);
        }
        return first;
    }

    /** Ends the load for another reason, from any thread. */
    void end(String why) {
        broken = Optional.of(why);
        endLoad.run();
    }

    /** Returns what was wrong with the data, if that ended the load. */
    Optional<String> broken() {
        return broken;
    }

    /** Whether nothing more is sent, though more was planned. */
    boolean isOver() {
        return reason.isPresent() || broken.isPresent();
    }

    /** Returns the rule that was reached, with its number. */
    Optional<String> reason() {
        return reason;
    }
}
