package io.tokenpace.bench.run;

import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.outcome.Usage;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * What a run may still use. Before a request is sent, the most that it may use is taken from it; once its answer is there,
 * the rest is put back. So the bounds hold at every moment, however many requests are under way.
 *
 * <pre>{@code
 * Reservation reservation = budget.reservation(request);
 * if (reservation.take()) {
 *     send(request, answered -> reservation.settle(answered));
 * }
 * }</pre>
 *
 * <p>All loops share it without a lock.
 */
final class Budget {
    private static final int PICO_DIGITS = 12;

    /** Of each bound, so that nine tenths are left to what is measured. */
    private static final long WARMUP_PART = 10;

    private final Bounds bounds;
    private final Allowance whole;
    private final Allowance warmup;
    private final LongAdder leftOut = new LongAdder();
    private final Spending spending;
    private final PromptBound prompts = new PromptBound();
    private final Consumer<String> whenExhausted;
    private volatile boolean exhausted;

    /** @param whenExhausted is told the bound and its numbers when a request of the load has not fitted */
    Budget(Bounds bounds, Consumer<String> whenExhausted) {
        this.bounds = bounds;
        long tokens = bounds.totalTokens().orElse(Long.MAX_VALUE);
        this.whole = new Allowance(tokens, bounds.mostPicodollars());
        this.warmup = new Allowance(tokens / WARMUP_PART, bounds.mostPicodollars() / WARMUP_PART);
        this.spending = new Spending(bounds.price());
        this.whenExhausted = whenExhausted;
    }

    /** Returns the place of a request in the budget, of which nothing is taken yet. */
    Reservation reservation(PreparedRequest request) {
        return new Reservation(this, request);
    }

    /** Returns the most that a request may use. */
    Charge worstCase(PreparedRequest request) {
        long input = prompts.of(request);
        long picos = bounds.price()
                .map(price -> price.mostPicodollars(input, request.maxTokens()))
                .orElse(0L);
        return new Charge(input + request.maxTokens(), picos);
    }

    /** Returns what an answer has used by the service's count. */
    Charge used(Usage usage) {
        long picos = bounds.price().map(price -> price.picodollars(usage)).orElse(0L);
        return new Charge((long) usage.totalInputTokens() + Math.max(0, usage.outputTokens()), picos);
    }

    /** Learns from an answer how large prompts come out. */
    void learn(PreparedRequest request, Usage usage) {
        prompts.learn(request, usage);
    }

    /** Takes what a request of the load may use. Once one has not fitted, no other does: the load ends there. */
    boolean take(Charge charge) {
        if (exhausted) {
            return false;
        }
        if (tryTake(charge)) {
            return true;
        }
        exhausted = true;
        whenExhausted.accept(reason(charge));
        return false;
    }

    /**
     * Takes what a request of the warm-up may use. All of them together take a tenth of each bound at their worst; those
     * beyond are left out, which ends nothing.
     */
    boolean takeForWarmup(Charge charge) {
        boolean taken = warmup.take(charge) && whole.take(charge);
        if (!taken) {
            leftOut.increment();
        }
        return taken;
    }

    /** Takes what a request may use that the run can do without. */
    boolean tryTake(Charge charge) {
        return whole.take(charge);
    }

    /** Puts back what was taken and not used. */
    void settle(Charge taken, Charge used) {
        whole.settle(taken, used);
    }

    /** Makes the bounds of prompts narrow, whose sizes follow the service's own count. */
    void promptsAreCalibrated() {
        prompts.calibrated();
    }

    Spending spending() {
        return spending;
    }

    /** Returns what is used or held for requests under way. */
    Charge taken() {
        return whole.taken();
    }

    /** Returns what a reader of the results should know about it. */
    Optional<String> note() {
        long requests = leftOut.sum();
        return requests == 0
                ? Optional.empty()
                : Optional.of(requests + " requests of the warm-up were left out: it may take a tenth of "
                        + (bounds.totalTokens().isPresent() ? "--max-total-tokens" : "--max-cost"));
    }

    /** Returns whether the load has ended because a request did not fit. */
    boolean isExhausted() {
        return exhausted;
    }

    private String reason(Charge next) {
        Charge taken = taken();
        boolean tokensBind = next.tokens() > bounds.totalTokens().orElse(Long.MAX_VALUE) - taken.tokens();
        return tokensBind || bounds.costUsd().isEmpty()
                ? String.format(
                        Locale.ROOT,
                        "--max-total-tokens (%d) had no room for the next request: %d tokens were used or held for"
                                + " requests under way, and it might have used %d",
                        bounds.totalTokens().orElse(Long.MAX_VALUE),
                        taken.tokens(),
                        next.tokens())
                : String.format(
                        Locale.ROOT,
                        "--max-cost (%s USD) had no room for the next request: %s USD were spent or held for requests"
                                + " under way, and it might have cost %s USD",
                        bounds.costUsd().orElseThrow().toPlainString(),
                        usd(taken.picodollars()),
                        usd(next.picodollars()));
    }

    private static String usd(long picodollars) {
        return BigDecimal.valueOf(picodollars, PICO_DIGITS).stripTrailingZeros().toPlainString();
    }
}
