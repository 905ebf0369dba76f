package io.tokenpace.mock.draw;

import java.util.Arrays;
import java.util.List;

/** Some quantiles of a distribution, joined by straight lines. */
final class EmpiricalQuantiles implements Distribution {
    private final double[] probabilities;
    private final double[] values;

    EmpiricalQuantiles(List<Double> probabilities, List<Double> values) {
        if (probabilities.size() != values.size()) {
            throw new IllegalArgumentException(
                    "values (" + values.size() + ") must be as many as probabilities (" + probabilities.size() + ")");
        }
        values.forEach(value -> Amounts.requireAmount("quantiles", value));
        this.probabilities =
                probabilities.stream().mapToDouble(Double::doubleValue).toArray();
        this.values = values.stream().mapToDouble(Double::doubleValue).toArray();
        int last = this.probabilities.length - 1;
        if (last < 1 || this.probabilities[0] != 0 || this.probabilities[last] != 1) {
            throw new IllegalArgumentException("quantiles (" + probabilities + ") must go from 0 to 1");
        }
        for (int i = 1; i <= last; i++) {
            if (!(this.probabilities[i] > this.probabilities[i - 1]) || this.values[i] < this.values[i - 1]) {
                throw new IllegalArgumentException(
                        "quantiles (" + probabilities + ": " + values + ") must be in rising order");
            }
        }
    }

    @Override
    public double quantile(double probability) {
        int found = Arrays.binarySearch(probabilities, probability);
        if (found >= 0) {
            return values[found];
        }
        int above = -found - 1;
        double share = (probability - probabilities[above - 1]) / (probabilities[above] - probabilities[above - 1]);
        return values[above - 1] + (values[above] - values[above - 1]) * share;
    }
}
