package io.tokenpace.bench.run;

/** What requests take of a budget. */
record Charge(long tokens, long picodollars) {
    static final Charge NONE = new Charge(0, 0);

    Charge atLeast(Charge other) {
        return new Charge(Math.max(tokens, other.tokens), Math.max(picodollars, other.picodollars));
    }
}
