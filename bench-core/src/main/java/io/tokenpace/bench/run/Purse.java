package io.tokenpace.bench.run;

import java.util.concurrent.atomic.AtomicLong;

/**
 * An amount that many threads take from and that never falls below zero: whoever would take more than is left gets
 * nothing.
 */
final class Purse {
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    Purse(long most) {
        this.most = most;
    }

    /** Takes an amount, and returns whether it was there. */
    boolean take(long amount) {
        long before = taken.get();
        while (amount <= most - before) {
            if (taken.compareAndSet(before, before + amount)) {
                return true;
            }
            before = taken.get();
        }
        return false;
    }

    /** Puts back what was not used of an amount taken; more may have been used than that, which then is missing. */
    void putBack(long amount, long used) {
        taken.addAndGet(used - amount);
    }

    long taken() {
        return taken.get();
    }
}
