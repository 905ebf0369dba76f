package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatenessTest {
    @Test
    void shouldAddUpTheLoopsSinceTheStart() {
        Lateness lateness = new Lateness();
        Lateness.Loop first = lateness.newLoop();
        Lateness.Loop second = lateness.newLoop();
        first.record(50_000);
        Histogram before = lateness.snapshot();
        first.record(70_000);
        second.record(2_000_000);
        Histogram after = lateness.snapshot();

        assertThat(before.getTotalCount()).isEqualTo(1);
        assertThat(after.getTotalCount()).isEqualTo(3);
        after.subtract(before);
        assertThat(after.getTotalCount()).isEqualTo(2);
        assertThat(lateness.snapshot().getCountAtValue(50_000)).isEqualTo(1);
    }

    @Test
    void shouldRecordMoreThanAnHourAsAnHour() {
        Lateness lateness = new Lateness();
        lateness.newLoop().record(Long.MAX_VALUE);
        assertThat(lateness.snapshot().getMaxValue()).isGreaterThanOrEqualTo(3_600_000_000_000L);
    }
}
