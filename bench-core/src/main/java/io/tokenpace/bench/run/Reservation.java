package io.tokenpace.bench.run;

import io.tokenpace.bench.client.Exchange;
import io.tokenpace.bench.client.PreparedRequest;
import io.tokenpace.bench.outcome.Usage;

/**
 * The part of a budget that belongs to one request, from before it is sent until it has ended; where it is sent again, to
 * one attempt after the other. Used by one thread.
 */
final class Reservation {
    private static final int FIRST_REFUSAL = 400;

    private final Budget budget;
    private final PreparedRequest request;
    private Charge held = Charge.NONE;
    private boolean isTaken;

    Reservation(Budget budget, PreparedRequest request) {
        this.budget = budget;
        this.request = request;
    }

    /** Takes the most that a request of the load may use. If it is not there, the load ends, unless it is warm-up. */
    boolean take() {
        held = budget.worstCase(request);
        isTaken = request.warmup() ? budget.takeForWarmup(held) : budget.take(held);
        return isTaken;
    }

    /** Takes it for a request that the run can do without. */
    boolean tryTake() {
        held = budget.worstCase(request);
        isTaken = budget.tryTake(held);
        return isTaken;
    }

    /**
     * Leaves to an attempt that failed what it may have used, for good. One that used nothing leaves its place to the next
     * one.
     */
    void lose(Exchange attempt) {
        if (isTaken && mayHaveUsedTokens(attempt)) {
            settleUncounted(attempt.usage());
        }
    }

    /** Takes the most that the next attempt may use, unless the last one has left its place. */
    boolean takeAgain() {
        return isTaken || take();
    }

    /**
     * Puts back what an exchange that has ended did not use.
     *
     * <p>One that was never sent, or was refused with a status, has used nothing. One that was cut off, or whose answer
     * tells no usage, may have used all.
     */
    void settle(Exchange ended) {
        if (!isTaken) {
            return;
        }
        if (!mayHaveUsedTokens(ended)) {
            settle(Charge.NONE);
        } else if (ended.succeeded()) {
            answered(ended.usage());
        } else {
            settleUncounted(ended.usage());
        }
    }

    private static boolean mayHaveUsedTokens(Exchange ended) {
        return ended.sentNanos() != Exchange.UNSET && ended.status() < FIRST_REFUSAL;
    }

    /** Settles by what a whole answer says of its tokens. */
    void answered(Usage usage) {
        budget.learn(request, usage);
        if (usage.hasInput() && usage.hasOutput()) {
            budget.spending().add(usage);
            settle(budget.used(usage));
        } else {
            settleUncounted(usage);
        }
    }

    private void settleUncounted(Usage told) {
        Charge used = budget.used(told);
        budget.spending().add(told);
        budget.spending().addUncounted(Math.max(0, held.tokens() - used.tokens()));
        settle(held.atLeast(used));
    }

    private void settle(Charge used) {
        budget.settle(held, used);
        isTaken = false;
    }
}
