package io.tokenpace.bench.schedule;

import io.tokenpace.bench.draw.Draws;

/** The moments at which the requests of an open load are due. Nothing that happens during the run moves them. */
@FunctionalInterface
public interface Arrivals {
    /** Returns when the next request is due, in nanoseconds from the start; never less than the one before. */
    long nextOffsetNanos();

    /** Requests at equal distances. */
    static Arrivals constant(double perSecond) {
        return new ConstantArrivals(perSecond);
    }

    /** Requests that come independently of each other, as those of many users do. */
    static Arrivals poisson(double perSecond, long seed) {
        return new PoissonArrivals(perSecond, Draws.of(seed, "arrivals"));
    }
}
