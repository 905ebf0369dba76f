package io.tokenpace.bench.run;

/** Tokens and money that many threads take from together. */
final class Allowance {
    private final Purse tokens;
    private final Purse picodollars;

    Allowance(long tokens, long picodollars) {
        this.tokens = new Purse(tokens);
        this.picodollars = new Purse(picodollars);
    }

    /** Takes a charge, and returns whether all of it was there. */
    boolean take(Charge charge) {
        if (!tokens.take(charge.tokens())) {
            return false;
        }
        if (!picodollars.take(charge.picodollars())) {
            tokens.putBack(charge.tokens(), 0);
            return false;
        }
        return true;
    }

    /** Puts back what was taken and not used. */
    void settle(Charge taken, Charge used) {
        tokens.putBack(taken.tokens(), used.tokens());
        picodollars.putBack(taken.picodollars(), used.picodollars());
    }

    /** Returns what is used or held. */
    Charge taken() {
        return new Charge(tokens.taken(), picodollars.taken());
    }
}
