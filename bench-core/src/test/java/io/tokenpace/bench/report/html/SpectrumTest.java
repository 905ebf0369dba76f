package io.tokenpace.bench.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tokenpace.bench.result.Metric;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    private static final int MOST = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 7, 100, 12_345, 1_000_000, 50_000_000_000L})
    void shouldRunFromZeroToOneInNoMoreThanSoManyShares(long count) {
        for (boolean badIsHigh : new boolean[] {true, false}) {
            List<Double> fractions = Spectrum.fractions(count, badIsHigh, MOST);
            assertThat(fractions).startsWith(0.0).endsWith(1.0).hasSizeLessThanOrEqualTo(MOST);
            assertThat(fractions).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void shouldEndBelowOneWithTheShareThatAllButOneValueHave() {
        List<Double> fractions = Spectrum.fractions(20_000, true, MOST);
        assertThat(fractions.get(fractions.size() - 2)).isCloseTo(1 - 1.0 / 20_000, within(1e-9));
    }

    @Test
    void shouldBeginARateWithTheShareOfOneValue() {
        assertThat(Spectrum.fractions(20_000, false, MOST).get(1)).isCloseTo(1.0 / 20_000, within(1e-9));
    }

    @Test
    void shouldHoldEveryReportedPercentileThatTheCountCarries() {
        assertThat(Spectrum.fractions(1_000, true, MOST))
                .contains(0.01, 0.05, 0.1, 0.5, 0.9, 0.95, 0.99, 0.999)
                .doesNotContain(0.9999);
    }

    @Test
    void shouldRiseToTheLargestValue() {
        Histogram values = new Histogram(1_000, 3_600_000_000_000L, 3);
        for (int i = 1; i <= 5_000; i++) {
            values.recordValue(i * 1_000_000L);
        }
        List<Spectrum.Point> points = Spectrum.of(Metric.TTFT, values, MOST);
        assertThat(points).extracting(Spectrum.Point::value).isSorted();
        assertThat(points.get(0).value()).isCloseTo(1, within(0.001));
        assertThat(points.get(points.size() - 1).value()).isCloseTo(5_000, within(5.0));
    }
}
