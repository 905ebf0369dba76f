package io.tokenpace.bench.report.html;

import io.tokenpace.bench.outcome.ErrorKind;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.Outcome;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Stamps;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** Adds up a run's seconds, requests and intervals into the steps of its timeline, whatever their order. */
final class TimelineBook {
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Steps steps;
    private final Bands bands;
    private final long[] offered;
    private final long[] achieved;
    private final long[] succeeded;
    private final long[] failed;
    private final long[] inFlight;
    private final long[] contentEvents;
    private final double[] loopLagMs;
    private final double[] hiccupMs;
    private final Map<ErrorKind, long[]> errors = new EnumMap<>(ErrorKind.class);
    private double firstRequestS = Double.POSITIVE_INFINITY;
    private double firstIntervalS = Double.POSITIVE_INFINITY;

    TimelineBook(Steps steps) {
        this.steps = steps;
        bands = new Bands(steps);
        offered = new long[steps.count()];
        achieved = new long[steps.count()];
        succeeded = new long[steps.count()];
        failed = new long[steps.count()];
        inFlight = new long[steps.count()];
        contentEvents = new long[steps.count()];
        loopLagMs = unknown();
        hiccupMs = unknown();
    }

    private double[] unknown() {
        double[] values = new double[steps.count()];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    void add(Second second) {
        int step = steps.indexOf(second.second());
        offered[step] += second.offered();
        achieved[step] += second.achieved();
        succeeded[step] += second.succeeded();
        failed[step] += second.failed();
        inFlight[step] = second.inFlight();
        contentEvents[step] += second.contentEvents();
        raise(loopLagMs, step, second.loopLagMaxMs());
        raise(hiccupMs, step, second.hiccupMaxMs());
    }

    private static void raise(double[] most, int step, OptionalDouble value) {
        value.ifPresent(ms -> most[step] = Double.isNaN(most[step]) ? ms : Math.max(most[step], ms));
    }

    void add(RequestRecord request) {
        Stamps at = request.stamps();
        if (!request.warmup() && at.intended() != Stamps.UNKNOWN) {
            firstRequestS = Math.min(firstRequestS, at.intended() / NANOS_PER_SECOND);
        }
        if (request.outcome() == Outcome.FAILED && steps.count() > 0 && at.end() != Stamps.UNKNOWN) {
            int step = steps.indexOf(Math.floorDiv(at.end(), SECOND_NANOS));
            request.error().ifPresent(kind -> errors.computeIfAbsent(kind, none -> new long[steps.count()])[step]++);
        }
    }

    void add(Metric metric, boolean warmup, long second, Histogram values) {
        if (!warmup) {
            firstIntervalS = Math.min(firstIntervalS, second);
        }
        if (steps.count() > 0) {
            bands.add(metric, second, values);
        }
    }

    /**
     * Returns the whole.
     *
     * @param windowS how long was measured; 0 where that is not known, since the run has not come to its end
     */
    Timeline timeline(double windowS) {
        return new Timeline(
                steps.width(),
                steps.starts(),
                measured(windowS),
                perSecond(offered),
                perSecond(achieved),
                perSecond(succeeded),
                perSecond(failed),
                LongStream.of(inFlight).boxed().toList(),
                perSecond(contentEvents),
                known(loopLagMs),
                known(hiccupMs),
                bands.percentiles(),
                errors());
    }

    /** The window opens with the first request in it; where requests are not on record, with the first figure. */
    private List<Boolean> measured(double windowS) {
        double opens = Double.isInfinite(firstRequestS) ? firstIntervalS : firstRequestS;
        double closes = windowS > 0 ? opens + windowS : Double.POSITIVE_INFINITY;
        return IntStream.range(0, steps.count())
                .mapToObj(step -> steps.start(step) < closes && steps.start(step) + steps.length(step) > opens)
                .toList();
    }

    private List<Double> perSecond(long[] sums) {
        return IntStream.range(0, sums.length)
                .mapToObj(step -> Reading.thousandths((double) sums[step] / steps.length(step)))
                .toList();
    }

    private static List<OptionalDouble> known(double[] values) {
        return Arrays.stream(values)
                .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))
                .toList();
    }

    private Map<String, List<Long>> errors() {
        Map<String, List<Long>> byKind = new LinkedHashMap<>();
        errors.forEach((kind, counts) ->
                byKind.put(kind.label(), LongStream.of(counts).boxed().toList()));
        return byKind;
    }
}
