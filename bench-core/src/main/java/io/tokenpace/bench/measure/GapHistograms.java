package io.tokenpace.bench.measure;

import io.tokenpace.bench.client.ArrivalLog;
import io.tokenpace.bench.result.Metric;
import org.HdrHistogram.Histogram;

/**
 * The gaps of answers, and the gaps a token. Nearly all are both, for a token an arrival is what most services send; so
 * these are recorded once, and added to both metrics when they are taken out. It belongs to one thread at a time.
 */
final class GapHistograms {
    private final Histogram both = MetricSet.histogram(Metric.ITL);
    private final Histogram gaps = MetricSet.histogram(Metric.ITL);
    private final Histogram tokenGaps = MetricSet.histogram(Metric.ITL_TOKEN);
    private long overflows;

    void record(ArrivalLog arrivals, boolean tokenPerEvent) {
        arrivals.forEach(tokenPerEvent ? this::recordTokens : this::recordGap);
    }

    private void recordTokens(long nanos, int events) {
        if (events != 1) {
            recordGap(nanos, events);
            if (nanos <= MetricSet.HOUR_NANOS) {
                tokenGaps.recordValueWithCount(nanos / events, events);
            }
        } else if (nanos <= MetricSet.HOUR_NANOS) {
            both.recordValue(nanos);
        } else {
            overflows++;
        }
    }

    private void recordGap(long nanos, int events) {
        if (nanos <= MetricSet.HOUR_NANOS) {
            gaps.recordValue(nanos);
        } else {
            overflows++;
        }
    }

    /** Adds everything to a set, and forgets it. */
    void moveTo(MetricSet set) {
        set.add(Metric.ITL, both);
        set.add(Metric.ITL, gaps);
        set.add(Metric.ITL_TOKEN, both);
        set.add(Metric.ITL_TOKEN, tokenGaps);
        set.addOverflows(overflows);
        both.reset();
        gaps.reset();
        tokenGaps.reset();
        overflows = 0;
    }
}
