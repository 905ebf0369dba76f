package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void shouldReadTheThrottledTimeOfAControlGroup() {
        List<String> cpuStat = List.of("usage_usec 51234", "nr_throttled 3", "throttled_usec 2500", "nr_bursts 0");
        assertThat(ProcessorTime.throttledBy(cpuStat)).isEqualTo(2_500_000);
    }

    @Test
    void shouldCountNothingWhereAGroupHasNoQuota() {
        assertThat(ProcessorTime.throttledBy(List.of("usage_usec 51234"))).isZero();
    }

    @Test
    void shouldOnlyEverGrow() {
        ProcessorTime before = ProcessorTime.now();
        ProcessorTime spent = ProcessorTime.now().since(before);
        assertThat(spent.usedNanos()).isNotNegative();
        assertThat(spent.stolenNanos()).isNotNegative();
        assertThat(spent.throttledNanos()).isNotNegative();
    }
}
