package io.tokenpace.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TotalsTest {
    @Test
    void shouldBalanceOnceWhatWasUnderWayIsCutOff() {
        Totals underWay = new Totals(100, 60, 40, 5, 40, 0);
        assertThat(underWay.balance()).isFalse();
        assertThat(underWay.cutOff()).isEqualTo(new Totals(100, 60, 40, 5, 40, 15));
        assertThat(underWay.cutOff().balance()).isTrue();
    }
}
