package io.tokenpace.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.Totals;
import io.tokenpace.bench.result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationBoundsTest {
    private static final Verdict VALID = Verdict.of(List.of(), List.of());
    private static final Totals GOOD = new Totals(20, 20, 20, 0, 0, 0);

    /** Twenty answers of one token, whose stamps are as wrong and whose writes as late as told, in µs. */
    private static StampComparison comparison(long errorUs, long worstUs, long lateUs) {
        StampComparison comparison = new StampComparison();
        for (int i = 0; i < 20; i++) {
            long error = 1_000 * (i < 17 ? errorUs : worstUs);
            long[] written = {1_000_000_000};
            long[] scheduled = {written[0] - 1_000 * lateUs};
            comparison.compare(
                    new SeenAnswer("a", 0, new long[] {written[0] + error}, new int[] {0}, 1),
                    new TrueAnswer("a", 10, scheduled, written, written));
        }
        return comparison;
    }

    @Test
    void shouldHoldALoadWithinTheBounds() {
        assertThat(CalibrationBounds.broken(VALID, GOOD, comparison(900, 4_900, 900)))
                .isEmpty();
    }

    @Test
    void shouldNotHoldALoadWhoseMedianIsOffByMoreThanAMillisecond() {
        assertThat(CalibrationBounds.broken(VALID, GOOD, comparison(1_100, 1_100, 0)))
                .contains("the error of TTFT is 1.10 ms at p50 (bound 1 ms)");
    }

    @Test
    void shouldNotHoldALoadWhoseTailIsOffByMoreThanFive() {
        assertThat(CalibrationBounds.broken(VALID, GOOD, comparison(10, 5_500, 0)))
                .contains("the error of TTFT is 5.50 ms at p90 (bound 5 ms)");
    }

    @Test
    void shouldNotHoldALoadWhoseRunIsInvalid() {
        Verdict invalid = Verdict.of(List.of(new Verdict.Reason("send_lag", "2.00 ms late")), List.of());
        assertThat(CalibrationBounds.broken(invalid, GOOD, comparison(10, 10, 0)))
                .contains("the run is INVALID: send_lag: 2.00 ms late");
    }

    @Test
    void shouldNotHoldALoadWithFailures() {
        assertThat(CalibrationBounds.broken(VALID, new Totals(20, 20, 17, 3, 0, 0), comparison(10, 10, 0)))
                .contains("3 requests failed");
    }

    @Test
    void shouldNotHoldALoadOfWhichNothingWasCompared() {
        assertThat(CalibrationBounds.broken(VALID, GOOD, new StampComparison()))
                .contains("no answer could be compared with its truth");
    }

    @Test
    void shouldNotHoldALoadWhoseClocksDiffer() {
        assertThat(CalibrationBounds.broken(VALID, GOOD, comparison(-10, -10, 0)))
                .contains("20 of 20 arrivals were stamped before they were written: the two processes' clocks differ");
    }

    @Test
    void shouldNotHoldALoadWhoseDifferencesAreTooLargeToCount() {
        assertThat(CalibrationBounds.broken(VALID, GOOD, comparison(10, 3_600_000_001L, 0)))
                .contains("3 differences are beyond an hour, and in no figure: the two processes' clocks differ");
    }

    @Test
    void shouldNotBlameTheClientWhereTheMockWasLate() {
        assertThat(CalibrationBounds.broken(VALID, GOOD, comparison(1_100, 1_100, 2_000))
                        .orElseThrow())
                .startsWith("the mock itself wrote late (p90 2.00 ms), so that this is not the client's limit: ")
                .endsWith("the error of TTFT is 1.10 ms at p50 (bound 1 ms)");
    }

    @Test
    void shouldHoldALoadAtWhichOnlyTheMockWasLate() {
        StampComparison late = comparison(10, 10, 2_000);
        assertThat(CalibrationBounds.isMockLate(late)).isTrue();
        assertThat(CalibrationBounds.broken(VALID, GOOD, late)).isEmpty();
    }
}
