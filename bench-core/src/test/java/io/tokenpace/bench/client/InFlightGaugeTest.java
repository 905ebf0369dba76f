package io.tokenpace.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class InFlightGaugeTest {
    private static final long EPOCH = -5_000;
    private final InFlightGauge gauge = new InFlightGauge(EPOCH);

    @Test
    void shouldIntegrateNothingWhileNothingIsBusy() {
        assertThat(gauge.count()).isZero();
        assertThat(gauge.readAt(EPOCH + 1_000).integralNanos()).isZero();
    }

    @Test
    void shouldCountTimeOfWhatHasEndedAndOfWhatHasNot() {
        gauge.begin(EPOCH + 100);
        gauge.begin(EPOCH + 300);
        gauge.end(EPOCH + 400);
        assertThat(gauge.count()).isOne();
        // 100 until 300 with one busy, 300 until 400 with two, 400 until 1,000 with one.
        assertThat(gauge.readAt(EPOCH + 1_000).integralNanos()).isEqualTo(200 + 2 * 100 + 600);
    }

    @Test
    void shouldForgetWhatEndsWhereItBegan() {
        gauge.begin(EPOCH + 100);
        gauge.end(EPOCH + 100);
        assertThat(gauge.count()).isZero();
        assertThat(gauge.readAt(EPOCH + 1_000).integralNanos()).isZero();
    }

    @Test
    void shouldEqualSumOfSpansWhateverTheirOrder() {
        Random random = new Random(7);
        long expected = 0;
        long now = EPOCH;
        for (int i = 0; i < 10_000; i++) {
            long begin = now + random.nextInt(1_000);
            long end = begin + random.nextInt(1_000_000_000);
            gauge.begin(begin);
            gauge.end(end);
            expected += end - begin;
            now = begin;
        }
        assertThat(gauge.readAt(now + 2_000_000_000L).integralNanos()).isEqualTo(expected);
    }

    @Test
    void shouldTakeInLateTellingOfWhatHappenedBefore() {
        gauge.begin(EPOCH + 100);
        InFlightGauge.Reading reading = gauge.readAt(EPOCH + 1_000);
        gauge.begin(EPOCH + 400);
        gauge.end(EPOCH + 900);
        assertThat(reading.integralNanos()).isEqualTo(900 + 500);
    }

    @Test
    void shouldReadNothingOfWhatHappensAfter() {
        gauge.begin(EPOCH + 100);
        InFlightGauge.Reading reading = gauge.readAt(EPOCH + 1_000);
        gauge.end(EPOCH + 1_500);
        gauge.begin(EPOCH + 1_600);
        gauge.end(EPOCH + 9_000);
        assertThat(reading.integralNanos()).isEqualTo(900);
    }
}
