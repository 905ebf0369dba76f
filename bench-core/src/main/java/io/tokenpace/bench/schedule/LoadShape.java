package io.tokenpace.bench.schedule;

import java.util.OptionalInt;

/** What drives the load: a number of users, or a rate. */
public sealed interface LoadShape {
    /** A number of users, each of whom sends a request as soon as the answer to the one before has ended. */
    record Closed(int users) implements LoadShape {
        public Closed {
            if (users <= 0) {
                throw new IllegalArgumentException("concurrency (" + users + ") must be positive");
            }
        }
    }

    /**
     * Requests that come at their own time, however slow the answers.
     *
     * @param maxInFlight the most requests in flight at a time; those beyond it wait in the client's queue
     */
    record Open(double perSecond, ArrivalProcess process, OptionalInt maxInFlight) implements LoadShape {
        public Open {
            Rates.positive(perSecond);
            maxInFlight.ifPresent(most -> {
                if (most <= 0) {
                    throw new IllegalArgumentException("max-in-flight (" + most + ") must be positive");
                }
            });
        }

        /** Begins the arrivals of this load anew. */
        public Arrivals arrivals(long seed) {
            return switch (process) {
                case CONSTANT -> Arrivals.constant(perSecond);
                case POISSON -> Arrivals.poisson(perSecond, seed);
            };
        }
    }

    /** How the arrivals of an open load are spread. */
    enum ArrivalProcess {
        CONSTANT,
        POISSON
    }
}
