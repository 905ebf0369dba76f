package io.tokenpace.bench.draw;

import java.util.Arrays;

/** Some values, each as likely as its weight is among all. */
final class Staircase implements Distribution {
    private final double[] values;
    /** The share of the values up to and including each; the last is 1. */
    private final double[] shares;

    /**
     * @param values at least one, in rising order
     * @param weights as many, each positive
     */
    Staircase(double[] values, double[] weights) {
        this.values = values.clone();
        shares = new double[values.length];
        double total = Arrays.stream(weights).sum();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i];
            shares[i] = sum / total;
        }
        shares[values.length - 1] = 1;
    }

    @Override
    public double quantile(double probability) {
        int low = 0;
        int high = shares.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shares[middle] >= probability) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values[low];
    }
}
