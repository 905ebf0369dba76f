package io.tokenpace.bench.run;

/** Splits a number over parts as evenly as whole numbers can be. */
final class Shares {
    private Shares() {}

    /** Returns the share of one part; the first parts get what is left over. */
    static int of(int whole, int parts, int part) {
        return whole / parts + (part < whole % parts ? 1 : 0);
    }
}
