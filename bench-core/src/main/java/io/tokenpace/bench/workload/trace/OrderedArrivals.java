package io.tokenpace.bench.workload.trace;

import io.tokenpace.bench.workload.source.BrokenLineException;
import io.tokenpace.bench.workload.source.Excerpt;
import io.tokenpace.bench.workload.source.Reading;

/**
 * Holds arrivals to the order of time. The public traces are in it; a line that is not was moved or mistyped, and sorting
 * would hide that, or hold the whole file in memory.
 */
final class OrderedArrivals implements Reading.ExcerptParser<Arrival> {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Reading.ExcerptParser<Arrival> parser;
    private long lastLine;
    private long lastNanos = Long.MIN_VALUE;

    OrderedArrivals(Reading.ExcerptParser<Arrival> parser) {
        this.parser = parser;
    }

    @Override
    public Arrival parse(Excerpt excerpt) throws BrokenLineException {
        Arrival arrival = parser.parse(excerpt);
        if (arrival.atNanos() < lastNanos) {
            throw new BrokenLineException(
                    arrival.line(),
                    "timestamp (" + (lastNanos - arrival.atNanos()) / NANOS_PER_SECOND + " s before that of line "
                            + lastLine + ") must not be earlier; sort the trace by time");
        }
        lastLine = arrival.line();
        lastNanos = arrival.atNanos();
        return arrival;
    }
}
