package io.tokenpace.bench.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/**
 * The rate of an open load over its time, as the inverse of its integral: when so many requests are to be expected.
 *
 * <p>At 10/s for 30 s and then 50/s, request 300 is expected when 30 s have passed and request 350 one second later.
 */
public final class RateCurve {
    private final String name;
    private final double firstPerSecond;
    private final List<Piece> pieces;

    private RateCurve(String name, double firstPerSecond, List<Piece> pieces) {
        this.name = name;
        this.firstPerSecond = firstPerSecond;
        this.pieces = List.copyOf(pieces);
    }

    /** Returns one rate for ever. */
    public static RateCurve steady(double perSecond) {
        return new RateCurve(perSecond + "/s", Rates.positive(perSecond), List.of(new Piece(0, 0, level(perSecond))));
    }

    /** Returns a rate that rises from 0 in a straight line, and then stays. */
    static RateCurve rising(double perSecond, Duration rise) {
        if (rise.isZero()) {
            return steady(perSecond);
        }
        // r·t²/2T requests are expected after t of the rise T.
        double nanosSquared = 2 * Rates.NANOS_PER_SECOND * rise.toNanos() / Rates.positive(perSecond);
        double requests = perSecond * rise.toNanos() / Rates.NANOS_PER_SECOND / 2;
        return new RateCurve(
                "0/s to " + perSecond + "/s",
                perSecond,
                List.of(
                        new Piece(0, 0, count -> Math.sqrt(count * nanosSquared)),
                        new Piece(requests, rise.toNanos(), level(perSecond))));
    }

    /** Returns one rate after the other; the last stays. */
    public static RateCurve stages(List<RateStage> stages) {
        List<Piece> pieces = new ArrayList<>();
        double count = 0;
        long nanos = 0;
        for (RateStage stage : stages) {
            pieces.add(new Piece(count, nanos, level(stage.perSecond())));
            count += stage.requests();
            nanos = Math.addExact(nanos, stage.duration().toNanos());
        }
        double first = stages.stream()
                .mapToDouble(RateStage::perSecond)
                .filter(perSecond -> perSecond > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stages must have one with a rate above 0"));
        return new RateCurve(stages.stream().map(String::valueOf).collect(Collectors.joining(",")), first, pieces);
    }

    /** Returns the first rate that is above 0. */
    double firstPerSecond() {
        return firstPerSecond;
    }

    /**
     * Returns the moment from which on more than so many requests are to be expected, in nanoseconds from the start:
     * where a pause comes just then, its end.
     */
    double nanosUntil(double requests) {
        int last = pieces.size() - 1;
        while (requests < pieces.get(last).fromRequests()) {
            last--;
        }
        return pieces.get(last).nanosUntil(requests);
    }

    /** Returns the rates in words; equal for equal curves. */
    @Override
    public String toString() {
        return name;
    }

    private static DoubleUnaryOperator level(double perSecond) {
        return perSecond == 0 ? count -> Double.POSITIVE_INFINITY : count -> count * Rates.NANOS_PER_SECOND / perSecond;
    }

    /**
     * A part of the curve.
     *
     * @param fromRequests requests expected before it
     * @param fromNanos when it begins
     * @param nanosFor gives the time it takes to expect a number of requests more
     */
    private record Piece(double fromRequests, long fromNanos, DoubleUnaryOperator nanosFor) {
        double nanosUntil(double requests) {
            return fromNanos + nanosFor.applyAsDouble(requests - fromRequests);
        }
    }
}
