package io.tokenpace.mock.draw;

/** Holds parameters of distributions to their rules. */
final class Amounts {
    private Amounts() {}

    static void requireAmount(String name, double value) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be zero or positive, and finite");
        }
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + " (" + value + ") must be positive and finite");
        }
    }
}
