package io.tokenpace.bench.measure;

import io.tokenpace.bench.result.Metric;

/** Takes one value of a metric, in its histogram's steps. */
@FunctionalInterface
public interface MetricSink {
    void record(Metric metric, long steps);
}
