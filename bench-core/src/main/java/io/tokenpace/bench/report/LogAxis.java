package io.tokenpace.bench.report;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis on which each tenfold takes the same room.
 *
 * @param lowest power of ten at its beginning
 * @param highest power of ten at its end
 * @param fromPixel where it begins
 * @param toPixel where it ends
 */
record LogAxis(int lowest, int highest, double fromPixel, double toPixel) {
    private static final double ROUNDING = 1e-9;

    LogAxis {
        if (highest <= lowest) {
            throw new IllegalArgumentException("highest (" + highest + ") must be above lowest (" + lowest + ")");
        }
    }

    /** Returns an axis that has room for all values, which must be positive, and for one power of ten at least. */
    static LogAxis over(List<Double> values, double fromPixel, double toPixel) {
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        int lowest = (int) Math.floor(Math.log10(least) + ROUNDING);
        int highest = (int) Math.ceil(Math.log10(most) - ROUNDING);
        return new LogAxis(lowest, Math.max(lowest + 1, highest), fromPixel, toPixel);
    }

    /** Returns where a value lies. */
    double pixel(double value) {
        double share = (Math.log10(value) - lowest) / (highest - lowest);
        return fromPixel + share * (toPixel - fromPixel);
    }

    /** Returns the powers of ten on it. */
    List<Double> decades() {
        List<Double> decades = new ArrayList<>();
        for (int power = lowest; power <= highest; power++) {
            decades.add(Math.pow(10, power));
        }
        return decades;
    }
}
