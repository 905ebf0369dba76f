package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.Metric;
import io.tokenpace.bench.result.MetricSummary;
import org.junit.jupiter.api.Test;

class MetricSetTest {
    private static final long MILLI = 1_000_000;

    private static MetricSummary ttft(int count, long failures) {
        MetricSet set = MetricSet.fast();
        for (int i = 1; i <= count; i++) {
            set.record(Metric.TTFT, i * MILLI);
        }
        return set.summarize(failures).get("ttft");
    }

    @Test
    void shouldTellARoundSizeAsItIs() {
        MetricSet sizes = MetricSet.small();
        sizes.record(Metric.INPUT_TOKENS, 8_192);
        MetricSummary summary = sizes.summarize(0).get("input_tokens");
        assertThat(summary.max()).hasValue(8_192);
        sizes.record(Metric.INPUT_TOKENS, 8_192);
        assertThat(sizes.summarize(0).get("input_tokens").percentile("p50")).hasValue(8_192);
    }

    @Test
    void shouldReportMillisecondsWithinTheHistogramsPrecision() {
        MetricSummary summary = ttft(1_000, 0);
        assertThat(summary.unit()).isEqualTo("ms");
        assertThat(summary.count()).isEqualTo(1_000);
        assertThat(summary.percentile("p50").orElseThrow()).isBetween(500.0, 500.5);
        assertThat(summary.percentile("p99").orElseThrow()).isBetween(990.0, 991.0);
        assertThat(summary.percentile("p99.9").orElseThrow()).isBetween(999.0, 1_000.0);
    }

    @Test
    void shouldSayNothingOfAPercentileThatTooFewValuesReach() {
        MetricSummary summary = ttft(99, 0);
        assertThat(summary.percentile("p99")).isEmpty();
        assertThat(summary.percentile("p1")).isEmpty();
        assertThat(summary.percentile("p95")).isPresent();
        assertThat(ttft(100, 0).percentile("p99")).isPresent();
    }

    @Test
    void shouldCountFailuresAsInfiniteTimes() {
        MetricSummary summary = ttft(90, 10);
        assertThat(summary.withFailures().get("p90").orElseThrow()).isBetween(90.0, 90.1);
        assertThat(summary.withFailures().get("p95").orElseThrow()).isInfinite();
        assertThat(summary.percentile("p95").orElseThrow()).isBetween(86.0, 86.1);
    }

    @Test
    void shouldCountFailuresAsRatesOfZero() {
        MetricSet set = MetricSet.fast();
        for (int i = 1; i <= 90; i++) {
            set.record(Metric.DECODE_RATE, i * 1_000L);
        }
        MetricSummary summary = set.summarize(10).get("decode_rate");
        assertThat(summary.withFailures().get("p10").orElseThrow()).isZero();
        assertThat(summary.withFailures().get("p50").orElseThrow()).isBetween(40.0, 40.1);
    }

    @Test
    void shouldCountValuesBeyondTheRangeAndNeverClampThem() {
        MetricSet set = MetricSet.fast();
        set.record(Metric.E2E, 4_000_000 * MILLI);
        set.record(Metric.E2E, 1 * MILLI);
        assertThat(set.overflows()).isEqualTo(1);
        assertThat(set.summarize(0).get("e2e").count()).isEqualTo(1);
    }

    @Test
    void shouldAddUpToTheSameAsOneSet() {
        MetricSet whole = MetricSet.fast();
        MetricSet sum = MetricSet.small();
        for (int part = 0; part < 3; part++) {
            MetricSet interval = MetricSet.fast();
            for (int i = 1; i <= 200; i++) {
                interval.record(Metric.TPOT, 10_000L * i * (part + 1));
                whole.record(Metric.TPOT, 10_000L * i * (part + 1));
            }
            sum.add(interval);
        }
        assertThat(sum.summarize(0)).isEqualTo(whole.summarize(0));
    }
}
