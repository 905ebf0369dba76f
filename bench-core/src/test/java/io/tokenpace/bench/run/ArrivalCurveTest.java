package io.tokenpace.bench.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tokenpace.bench.schedule.Arrivals;
import io.tokenpace.bench.schedule.Extent;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ArrivalCurveTest {
    private static final Extent NO_WARMUP = Extent.ofRequests(0);

    /** Arrivals that come ever faster: number i is due after √i seconds. */
    private static Arrivals quickening() {
        long[] next = {0};
        return () -> Math.round(Math.sqrt(next[0]++) * 1e9);
    }

    @Test
    void shouldCountWhatIsDueInEachTenthOfTheTime() {
        ArrivalCurve curve = of(ArrivalCurveTest::quickening, NO_WARMUP, Extent.ofDuration(Duration.ofSeconds(10)));
        assertThat(curve.measured()).isEqualTo(100);
        // From (k − 1)² to k²: the odd numbers.
        assertThat(curve.tenths()).containsExactly(1L, 3L, 5L, 7L, 9L, 11L, 13L, 15L, 17L, 19L);
    }

    @Test
    void shouldSpanWhatIsCountedWhereTheNumberEndsIt() {
        ArrivalCurve curve = of(ArrivalCurveTest::tenASecond, NO_WARMUP, Extent.ofRequests(50));
        assertThat(curve.measured()).isEqualTo(50);
        assertThat(curve.tenths()).containsOnly(5L).hasSize(10);
    }

    @Test
    void shouldSpanWhatIsCountedWhereTheArrivalsThemselvesEnd() {
        Supplier<Arrivals> fifty = () -> {
            Arrivals all = tenASecond();
            long[] count = {0};
            return () -> count[0]++ < 50 ? all.nextOffsetNanos() : Arrivals.NEVER;
        };
        ArrivalCurve curve = of(fifty, NO_WARMUP, Extent.ofRequests(Long.MAX_VALUE));
        assertThat(curve.measured()).isEqualTo(50);
        assertThat(curve.tenths()).containsOnly(5L).hasSize(10);
    }

    @Test
    void shouldLeaveTheWarmUpOutOfTheCurve() {
        Extent twoSeconds = Extent.ofDuration(Duration.ofSeconds(2));
        ArrivalCurve byTime = of(ArrivalCurveTest::tenASecond, Extent.ofDuration(Duration.ofSeconds(3)), twoSeconds);
        assertThat(byTime.warmup()).isEqualTo(30);
        assertThat(byTime.measured()).isEqualTo(20);
        ArrivalCurve byNumber = of(ArrivalCurveTest::tenASecond, Extent.ofRequests(7), twoSeconds);
        assertThat(byNumber.warmup()).isEqualTo(7);
        assertThat(byNumber.measured()).isEqualTo(20);
    }

    @Test
    void shouldCountTheRampWithTheWarmUp() {
        ArrivalCurve curve = ArrivalCurve.of(
                tenASecond(),
                Duration.ofSeconds(4),
                Extent.ofDuration(Duration.ofSeconds(3)),
                ArrivalCurveTest::tenASecond,
                Extent.ofRequests(50));
        assertThat(curve.warmup()).isEqualTo(70);
        assertThat(curve.measured()).isEqualTo(50);
    }

    @Test
    void shouldBeEmptyWhereNothingIsDue() {
        ArrivalCurve curve = of(() -> () -> 2_000_000_000L, NO_WARMUP, Extent.ofDuration(Duration.ofSeconds(1)));
        assertThat(curve.measured()).isZero();
        assertThat(curve.tenths()).containsOnly(0L).hasSize(10);
    }

    @Test
    void shouldRefuseToCountWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(() -> () -> 0, NO_WARMUP, Extent.ofDuration(Duration.ofSeconds(1))))
                .withMessage("a dry run counts at most 20000000 arrivals");
    }

    private static ArrivalCurve of(Supplier<Arrivals> arrivals, Extent warmup, Extent extent) {
        return ArrivalCurve.of(arrivals.get(), Duration.ZERO, warmup, arrivals, extent);
    }

    private static Arrivals tenASecond() {
        long[] next = {0};
        return () -> next[0]++ * 100_000_000L;
    }
}
