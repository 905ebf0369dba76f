package io.tokenpace.bench.run;

import io.tokenpace.bench.client.ClientLoop;
import io.tokenpace.bench.clock.NanoClock;
import io.tokenpace.bench.measure.HealthMeter;
import io.tokenpace.bench.measure.MetricSet;
import io.tokenpace.bench.measure.Window;
import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.RequestRecord;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Totals;
import java.util.List;
import java.util.OptionalDouble;
import org.HdrHistogram.AbstractHistogram;

/** Makes the line that ends each second of a run. It belongs to the ledger's thread. */
final class Timeline {
    private static final double MICROS = 1_000;

    private final List<ClientLoop> loops;
    private final Load load;
    private final HealthMeter health;
    private final Lookout lookout;
    private long succeeded;
    private long failed;
    private long startedBefore;
    private long eventsBefore;

    Timeline(List<ClientLoop> loops, Load load, HealthMeter health, Window window) {
        this.loops = loops;
        this.load = load;
        this.health = health;
        this.lookout = new Lookout(window);
    }

    /** Counts a request that has ended. */
    void add(RequestRecord request) {
        lookout.add(request);
        switch (request.outcome()) {
            case SUCCEEDED -> succeeded++;
            case FAILED -> failed++;
            case INCOMPLETE -> {}
        }
    }

    /** Ends a second, at a moment of the monotonic clock. */
    Second end(long number, long endNanos, MetricSet measured, MetricSet warmup) {
        long started = load.lanes().started();
        long events = loops.stream().mapToLong(ClientLoop::contentEvents).sum();
        HealthMeter.Worst worst = health.readInterval();
        MetricSet shown = measured.of(Metric.TTFT).getTotalCount() > 0 ? measured : warmup;
        Second second = new Second(
                number,
                load.offeredUntil(endNanos, started - startedBefore),
                started - startedBefore,
                succeeded,
                failed,
                loops.stream().mapToLong(loop -> loop.gauge().count()).sum(),
                events - eventsBefore,
                percentile(shown, Metric.TTFT, 50),
                percentile(shown, Metric.TTFT, 99),
                percentile(shown, Metric.DECODE_RATE, 50),
                OptionalDouble.of(rounded(worst.loopLagMs())),
                OptionalDouble.of(rounded(worst.hiccupMs())));
        lookout.endSecond(measured, warmup);
        startedBefore = started;
        eventsBefore = events;
        succeeded = 0;
        failed = 0;
        return second;
    }

    /** Returns how the run stands at the end of a second, which was the last to end. */
    Standing standing(Second second, Totals soFar) {
        return lookout.standing(second, soFar, NanoClock.SYSTEM.nanoTime());
    }

    /** Returns a percentile in the metric's unit, if there are values. */
    static OptionalDouble percentile(MetricSet set, Metric metric, double percentile) {
        AbstractHistogram histogram = set.of(metric);
        if (histogram.getTotalCount() == 0) {
            return OptionalDouble.empty();
        }
        double steps = histogram.getValueAtPercentile(percentile);
        return OptionalDouble.of(rounded(steps / metric.unit().stepsPerUnit()));
    }

    private static double rounded(double value) {
        return Math.round(value * MICROS) / MICROS;
    }
}
