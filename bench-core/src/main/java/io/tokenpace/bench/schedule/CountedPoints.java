package io.tokenpace.bench.schedule;

import java.util.function.DoubleSupplier;

/** The whole numbers from 0. */
final class CountedPoints implements DoubleSupplier {
    private long index;

    @Override
    public double getAsDouble() {
        return index++;
    }
}
