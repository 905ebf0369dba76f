package io.tokenpace.bench.schedule;

import io.tokenpace.bench.draw.Draws;
import java.util.function.LongUnaryOperator;

/** The moments at which the requests of an open load are due. Nothing that happens during the run moves them. */
@FunctionalInterface
public interface Arrivals {
    /** The moment of a request that never comes. */
    long NEVER = Long.MAX_VALUE;

    /** Returns when the next request is due, in nanoseconds from the start; never less than the one before. */
    long nextOffsetNanos();

    /**
     * Begins a process anew, carried through rates that may change.
     *
     * @param stream names the draws: two loads of one seed with other stream names are independent
     */
    static Arrivals of(ArrivalProcess process, RateCurve rates, long seed, String stream) {
        return new PacedArrivals(process.begin(Draws.of(seed, stream)), rates);
    }

    /**
     * Replays moments that somebody else has noted.
     *
     * @param offsetNanos gives the moment of the request with an index, from 0, in nanoseconds from the first moment;
     *     asked once for each index, in order
     */
    static Arrivals replayed(LongUnaryOperator offsetNanos) {
        return new ReplayedArrivals(offsetNanos);
    }
}
