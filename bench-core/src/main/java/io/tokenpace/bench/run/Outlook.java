package io.tokenpace.bench.run;

import io.tokenpace.bench.result.Forecast;
import io.tokenpace.bench.schedule.Extent;
import io.tokenpace.bench.schedule.LoadShape;
import io.tokenpace.bench.workload.ItemSizes;
import io.tokenpace.bench.workload.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;

/** Tells what a run would send from what decides it: items, arrivals and extents. Nothing is connected or waited for. */
public final class Outlook {
    private static final long MOST_LOOKED_AT = 10_000;

    private Outlook() {}

    /**
     * Returns the forecast of a run.
     *
     * @param warmup how long the warm-up lasts
     * @param extent how long the measured part lasts
     */
    public static Forecast of(Workload items, LoadShape load, Extent warmup, Extent extent, long seed) {
        if (load instanceof LoadShape.Timed open) {
            ArrivalCurve curve =
                    ArrivalCurve.of(open.warmupArrivals(seed), open.ramp(), warmup, () -> open.arrivals(seed), extent);
            return forecast(
                    items, OptionalLong.of(curve.warmup()), OptionalLong.of(curve.measured()), curve.tenths(), seed);
        }
        return forecast(items, closedCount(warmup), closedCount(extent), List.of(), seed);
    }

    /** Returns how many requests the warm-up of a run takes, where it is not the answers that decide it. */
    public static OptionalLong warmupRequests(LoadShape load, Extent warmup, long seed) {
        return load instanceof LoadShape.Timed open
                ? OptionalLong.of(ArrivalCurve.warmedUp(open.warmupArrivals(seed), open.ramp(), warmup))
                : closedCount(warmup);
    }

    /** In a closed loop that ends by time, the answers decide how many requests there will be. */
    private static OptionalLong closedCount(Extent extent) {
        return extent.duration().isPresent() ? OptionalLong.empty() : extent.requests();
    }

    private static Forecast forecast(
            Workload items, OptionalLong warmup, OptionalLong measured, List<Long> arrivals, long seed) {
        long lookedAt = Math.max(1, Math.min(MOST_LOOKED_AT, measured.orElse(MOST_LOOKED_AT)));
        List<ItemSizes> sample =
                LongStream.range(0, lookedAt).mapToObj(items::sizes).toList();
        Forecast.Sizes prompts = sizes(sample, ItemSizes::promptTokens);
        Forecast.Sizes answers = sizes(sample, ItemSizes::maxTokens);
        Optional<Forecast.Tokens> tokens = warmup.isPresent() && measured.isPresent()
                ? Optional.of(tokens(warmup.getAsLong() + measured.getAsLong(), prompts, answers))
                : Optional.empty();
        return new Forecast(Forecast.SCHEMA, seed, warmup, measured, lookedAt, prompts, answers, tokens, arrivals);
    }

    private static Forecast.Tokens tokens(long requests, Forecast.Sizes prompts, Forecast.Sizes answers) {
        return new Forecast.Tokens(
                Math.round(requests * prompts.mean()),
                Math.round(requests * answers.mean()),
                requests * ((long) prompts.max() + answers.max()));
    }

    private static Forecast.Sizes sizes(List<ItemSizes> sample, ToIntFunction<ItemSizes> side) {
        int[] sorted = sample.stream().mapToInt(side).sorted().toArray();
        return new Forecast.Sizes(
                Arrays.stream(sorted).average().orElseThrow(),
                at(sorted, 1),
                at(sorted, 10),
                at(sorted, 50),
                at(sorted, 90),
                at(sorted, 99),
                sorted[sorted.length - 1]);
    }

    /** Returns the smallest size that at least so many per cent do not exceed. */
    private static int at(int[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) Math.max(1, rank) - 1];
    }
}
