package io.tokenpace.mock.draw;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A sample of values with weights: its distribution function is a staircase. */
final class EmpiricalValues implements Distribution {
    private final double[] values;
    /** The share of the sample up to and including each value; the last is 1. */
    private final double[] cumulative;

    EmpiricalValues(List<Double> values, List<Double> weights) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must not be empty");
        }
        if (values.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "weights (" + weights.size() + ") must be as many as values (" + values.size() + ")");
        }
        values.forEach(value -> Amounts.requireAmount("values", value));
        weights.forEach(weight -> Amounts.requirePositive("weights", weight));
        int[] order = IntStream.range(0, values.size())
                .boxed()
                .sorted(Comparator.comparing(values::get))
                .mapToInt(Integer::intValue)
                .toArray();
        double total = weights.stream().mapToDouble(Double::doubleValue).sum();
        this.values = new double[order.length];
        this.cumulative = new double[order.length];
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            this.values[i] = values.get(order[i]);
            sum += weights.get(order[i]);
            cumulative[i] = sum / total;
        }
        cumulative[order.length - 1] = 1;
    }

    @Override
    public double quantile(double probability) {
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] >= probability) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values[low];
    }
}
