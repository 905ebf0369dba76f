package io.tokenpace.bench.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.SloResult.Status;
import io.tokenpace.bench.result.Totals;
import org.junit.jupiter.api.Test;

class ErrorLimitTest {
    @Test
    void shouldHoldBelowFivePercent() {
        assertThat(ErrorLimit.judge(new Totals(100, 100, 96, 4, 0, 0)).status()).isEqualTo(Status.HELD);
    }

    @Test
    void shouldBeMissedFromFivePercentOn() {
        assertThat(ErrorLimit.judge(new Totals(100, 100, 95, 5, 0, 0)).status()).isEqualTo(Status.MISSED);
    }

    @Test
    void shouldHoldWhereNothingEnded() {
        assertThat(ErrorLimit.judge(new Totals(0, 0, 0, 0, 0, 0)).status()).isEqualTo(Status.HELD);
    }
}
