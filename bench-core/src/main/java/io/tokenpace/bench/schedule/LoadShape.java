package io.tokenpace.bench.schedule;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/** What drives the load: a number of users, a rate, or moments that were noted elsewhere. */
public sealed interface LoadShape {
    /**
     * Returns how long the load takes to rise to its full height. The ramp comes before the warm-up and is outside all
     * figures as that is: in one window with the full load it would mix two loads into one percentile.
     */
    Duration ramp();

    /**
     * A number of users, each of whom sends a request as soon as the answer to the one before has ended.
     *
     * @param ramp the users start evenly over this time
     */
    record Closed(int users, Duration ramp) implements LoadShape {
        public Closed {
            if (users <= 0) {
                throw new IllegalArgumentException("concurrency (" + users + ") must be positive");
            }
            requireTime(ramp);
        }

        /** Users who start all at once. */
        public Closed(int users) {
            this(users, Duration.ZERO);
        }
    }

    /** Requests that come at their own time, however slow the answers. */
    sealed interface Timed extends LoadShape {
        /** Returns the most requests in flight at a time; those beyond it wait in the client's queue. */
        OptionalInt maxInFlight();

        /** Begins the arrivals of the ramp, and of the warm-up at the first rate that follows it. */
        Arrivals warmupArrivals(long seed);

        /** Begins the measured arrivals, which count from the opening of the window and so depend on no warm-up. */
        Arrivals arrivals(long seed);
    }

    /**
     * Requests at a rate.
     *
     * @param rates from the opening of the window on
     * @param process how the requests are spread around the rate
     * @param ramp the rate rises in a straight line for this time, from 0 to the first rate
     * @param maxInFlight the most requests in flight at a time; those beyond it wait in the client's queue
     */
    record Open(RateCurve rates, ArrivalProcess process, Duration ramp, OptionalInt maxInFlight) implements Timed {
        public Open {
            requireTime(ramp);
            requirePlaces(maxInFlight);
        }

        /** One rate, at once. */
        public Open(double perSecond, ArrivalProcess process, OptionalInt maxInFlight) {
            this(RateCurve.steady(perSecond), process, Duration.ZERO, maxInFlight);
        }

        @Override
        public Arrivals warmupArrivals(long seed) {
            return Arrivals.of(process, RateCurve.rising(rates.firstPerSecond(), ramp), seed, "warmup.arrivals");
        }

        @Override
        public Arrivals arrivals(long seed) {
            return Arrivals.of(process, rates, seed, "arrivals");
        }
    }

    /**
     * Requests at moments that were noted elsewhere, without ramp or warm-up.
     *
     * @param name what noted them
     * @param walks begins anew each time, and gives the moment of the request with an index, from 0 and in order;
     *     {@link Arrivals#NEVER} behind the last
     * @param maxInFlight the most requests in flight at a time
     */
    record Replayed(String name, Supplier<LongUnaryOperator> walks, OptionalInt maxInFlight) implements Timed {
        public Replayed {
            requirePlaces(maxInFlight);
        }

        @Override
        public Duration ramp() {
            return Duration.ZERO;
        }

        @Override
        public Arrivals warmupArrivals(long seed) {
            return () -> Arrivals.NEVER;
        }

        @Override
        public Arrivals arrivals(long seed) {
            return Arrivals.replayed(walks.get());
        }

        /** Tells loads apart by what they replay, so that a run can be told from another. */
        @Override
        public String toString() {
            return "Replayed[name=" + name + ", maxInFlight=" + maxInFlight + "]";
        }
    }

    private static void requirePlaces(OptionalInt maxInFlight) {
        maxInFlight.ifPresent(most -> {
            if (most <= 0) {
                throw new IllegalArgumentException("max-in-flight (" + most + ") must be positive");
            }
        });
    }

    private static void requireTime(Duration ramp) {
        if (ramp.isNegative()) {
            throw new IllegalArgumentException("ramp (" + ramp.toMillis() + "ms) must not be negative");
        }
    }
}
