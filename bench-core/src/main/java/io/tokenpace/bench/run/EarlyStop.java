package io.tokenpace.bench.run;

import io.tokenpace.bench.outcome.Usage;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.schedule.Progress;
import io.tokenpace.bench.schedule.StopRule;
import java.util.Optional;

/**
 * Holds the run's stop rule to every request that ends, and ends the load when it is reached. Requests are added by one
 * thread; others read why.
 */
final class EarlyStop {
    private final StopRule rule;
    private final Runnable endLoad;
    private long requests;
    private long tokens;
    private long lastEndNanos;
    private volatile Optional<String> reason = Optional.empty();
    private volatile Optional<String> broken = Optional.empty();

    EarlyStop(StopRule rule, Runnable endLoad) {
        this.rule = rule;
        this.endLoad = endLoad;
    }

    void add(RequestRecord request) {
        if (reason.isPresent()) {
            return;
        }
        requests++;
        tokens += tokens(request);
        lastEndNanos = Math.max(lastEndNanos, request.stamps().end());
        reason = rule.reached(new Progress(requests, tokens, lastEndNanos));
        if (reason.isPresent()) {
            endLoad.run();
        }
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

    /** An answer that was cut off has not told its length, so that its events must do; one that never began cost nothing. */
    private static long tokens(RequestRecord request) {
        Usage usage = request.usage();
        int events = request.content().events();
        int promptTokens = events > 0 ? request.promptTokens() : 0;
        long input = usage.hasInput() ? usage.totalInputTokens() : promptTokens;
        boolean counted = request.succeeded() && usage.hasOutput();
        return input + (counted ? usage.outputTokens() : Math.max(events, usage.outputTokens()));
    }
}
