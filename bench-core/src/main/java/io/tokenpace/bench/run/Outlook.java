package io.tokenpace.bench.run;

import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Tells what a run would send from what decides it: items, arrivals and extents. Nothing is connected or waited for. */
public final class Outlook {
    private static final long MOST_LOOKED_AT = 10_000;

    private final LoadShape load;
    private final Extent warmup;
    private final Extent extent;
    private final long seed;

    /**
     * @param warmup how long the warm-up lasts
     * @param extent how long the measured part lasts
     */
    public Outlook(LoadShape load, Extent warmup, Extent extent, long seed) {
        this.load = load;
        this.warmup = warmup;
        this.extent = extent;
        this.seed = seed;
    }

    /** Returns the forecast for items whose sizes are listed or drawn. */
    public Forecast drawn(Workload items) {
        return forecast(Forecast.DRAWN, items, MOST_LOOKED_AT);
    }

    /** Returns the forecast for items that bring their text, whose sizes are known to no one but a service. */
    public Forecast estimated(Workload items) {
        return forecast(Forecast.ESTIMATED, items, MOST_LOOKED_AT);
    }

    /** Returns the forecast for a trace, of which every request is looked at. */
    public Forecast traced(Workload items) {
        return forecast(Forecast.TRACED, items, Long.MAX_VALUE);
    }

    /** Returns how many requests the warm-up of a run takes, where it is not the answers that decide it. */
    public static OptionalLong warmupRequests(LoadShape load, Extent warmup, long seed) {
        return load instanceof LoadShape.Timed open
                ? OptionalLong.of(ArrivalCurve.warmedUp(open.warmupArrivals(seed), open.ramp(), warmup))
                : closedCount(warmup);
    }

    /** Returns the most tokens of what a run sends before any load: a small request to each endpoint, and samples. */
    public static long mostTokensBefore(Workload items, int endpoints) {
        return (long) endpoints * Bounds.FEWEST_TOKENS + Calibration.mostTokens(items);
    }

    /** In a closed loop that ends by time, the answers decide how many requests there will be. */
    private static OptionalLong closedCount(Extent extent) {
        return extent.duration().isPresent() ? OptionalLong.empty() : extent.requests();
    }

    private Forecast forecast(String basis, Workload items, long mostLookedAt) {
        OptionalLong first = closedCount(warmup);
        OptionalLong measured = closedCount(extent);
        List<Long> arrivals = List.of();
        if (load instanceof LoadShape.Timed open) {
            ArrivalCurve curve =
                    ArrivalCurve.of(open.warmupArrivals(seed), open.ramp(), warmup, () -> open.arrivals(seed), extent);
            first = OptionalLong.of(curve.warmup());
            measured = OptionalLong.of(curve.measured());
            arrivals = curve.tenths();
        }
        SizeSurvey survey = new SizeSurvey();
        long lookedAt = Math.max(1, Math.min(mostLookedAt, measured.orElse(MOST_LOOKED_AT)));
        LongStream.range(0, lookedAt).mapToObj(items::conversation).forEach(survey::add);
        if (lookedAt < extent.requests().orElse(Long.MAX_VALUE)) {
            // A run as well sees what stands behind the last request, unless it needs no more.
            items.has(lookedAt);
        }
        return new Forecast(
                Forecast.SCHEMA,
                seed,
                first,
                measured,
                basis,
                survey.count(),
                survey.turnsEach() > 1 ? OptionalDouble.of(survey.turnsEach()) : OptionalDouble.empty(),
                survey.promptTokens(),
                survey.maxTokens(),
                first.isPresent() && measured.isPresent()
                        ? Optional.of(tokens(basis, survey, first.getAsLong(), measured.getAsLong()))
                        : Optional.empty(),
                0,
                Optional.empty(),
                arrivals,
                items.notes());
    }

    /** In an open loop the schedule counts conversations, in a closed one the requests are counted. */
    private Forecast.Tokens tokens(String basis, SizeSurvey survey, long warmupRequests, long measured) {
        if (basis.equals(Forecast.TRACED)) {
            return survey.tokens();
        }
        double requests = load instanceof LoadShape.Timed ? measured * survey.turnsEach() : measured;
        return survey.tokensOf(warmupRequests + Math.round(requests));
    }
}
