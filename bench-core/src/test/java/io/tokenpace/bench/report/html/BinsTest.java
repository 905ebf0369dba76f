package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.bench.result.Metric;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BinsTest {
    private static final int MOST = 80;

    private static long sum(List<Bins.Bin> bins) {
        return bins.stream().mapToLong(Bins.Bin::count).sum();
    }

    @Test
    void shouldCountEveryValueOnceInBinsOfOneRatio() {
        Histogram values = SampleRun.times();
        for (int i = 1; i <= 10_000; i++) {
            values.recordValue(i * 1_000_000L);
        }
        List<Bins.Bin> bins = Bins.of(Metric.TTFT, values, MOST);
        assertThat(bins).hasSize(MOST);
        assertThat(sum(bins)).isEqualTo(10_000);
        double ratio = bins.get(0).to() / bins.get(0).from();
        assertThat(bins)
                .allSatisfy(bin -> assertThat(bin.to() / bin.from()).isCloseTo(ratio, within(0.001)))
                .first()
                .satisfies(bin -> assertThat(bin.count()).isPositive());
        assertThat(bins.get(MOST - 1).count()).isPositive();
        assertThat(bins.get(MOST - 1).to()).isCloseTo(10_000, within(10.0));
    }

    @Test
    void shouldPutEachValueBetweenTheEdgesOfItsBin() {
        List<Bins.Bin> bins = Bins.of(Metric.TTFT, SampleRun.times(10, 10, 200, 1_000), MOST);
        assertThat(bins.get(0).count()).isEqualTo(2);
        assertThat(bins)
                .filteredOn(bin -> bin.from() <= 200 && 200 < bin.to())
                .singleElement()
                .satisfies(bin -> assertThat(bin.count()).isEqualTo(1));
    }

    @Test
    void shouldTakeOneBinForOneValue() {
        assertThat(Bins.of(Metric.TTFT, SampleRun.times(30, 30, 30), MOST))
                .singleElement()
                .satisfies(bin -> {
                    assertThat(bin.count()).isEqualTo(3);
                    assertThat(bin.from()).isLessThanOrEqualTo(30);
                    assertThat(bin.to()).isGreaterThanOrEqualTo(30);
                });
    }

    @Test
    void shouldBeginAtZeroWhereAnyValueIs() {
        Histogram values = new Histogram(1, 10_000_000_000_000L, 3);
        values.recordValueWithCount(0, 90);
        values.recordValueWithCount(128, 10);
        List<Bins.Bin> bins = Bins.of(Metric.CACHED_TOKENS, values, MOST);
        assertThat(bins.get(0).from()).isZero();
        assertThat(sum(bins)).isEqualTo(100);
    }

    @Test
    void shouldTakeOneBinWhereAllIsZero() {
        assertThat(Bins.of(Metric.QUEUE, SampleRun.times(0, 0), MOST)).containsExactly(new Bins.Bin(0, 0.001, 2));
    }
}
