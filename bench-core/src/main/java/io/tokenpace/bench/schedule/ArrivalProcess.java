package io.tokenpace.bench.schedule;

import io.tokenpace.bench.draw.Draws;
import java.util.function.DoubleSupplier;
import org.apache.commons.statistics.distribution.GammaDistribution;

/** How the requests of an open load are spread around its rate. */
public sealed interface ArrivalProcess {
    ArrivalProcess CONSTANT = new Constant();
    ArrivalProcess POISSON = new Poisson();

    /** Returns a process whose distances have a gamma distribution of this shape. */
    static ArrivalProcess gamma(double shape) {
        return new Gamma(shape);
    }

    /** Begins the process anew at a mean rate of 1: each call returns the next request's moment. */
    DoubleSupplier begin(Draws draws);

    /** Equal distances, the first request at once; each moment is computed from its index. */
    record Constant() implements ArrivalProcess {
        @Override
        public DoubleSupplier begin(Draws draws) {
            return new CountedPoints();
        }

        @Override
        public String toString() {
            return "constant";
        }
    }

    /** Requests that come independently of each other, as those of many users do. */
    record Poisson() implements ArrivalProcess {
        @Override
        public DoubleSupplier begin(Draws draws) {
            return new DrawnPoints(probability -> -Math.log(probability), draws);
        }

        @Override
        public String toString() {
            return "poisson";
        }
    }

    /**
     * Independent distances whose standard deviation is 1/√shape of their mean: in bursts below shape 1, Poisson at 1,
     * ever more even above.
     */
    record Gamma(double shape) implements ArrivalProcess {
        private static final double SMALLEST = 0.01;
        private static final double LARGEST = 10_000;

        public Gamma {
            if (!(shape >= SMALLEST && shape <= LARGEST)) {
                throw new IllegalArgumentException("gamma shape (" + shape + ") must be from 0.01 to 10000");
            }
        }

        @Override
        public DoubleSupplier begin(Draws draws) {
            GammaDistribution gaps = GammaDistribution.of(shape, 1 / shape);
            return new DrawnPoints(gaps::inverseCumulativeProbability, draws);
        }

        @Override
        public String toString() {
            return "gamma:" + shape;
        }
    }
}
