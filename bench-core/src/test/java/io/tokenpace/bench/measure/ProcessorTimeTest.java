package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
    @Test
    void shouldOnlyEverGrow() {
        ThreadWaits waits = ThreadWaits.ofProcess();
        ProcessorTime before = ProcessorTime.now(waits);
        ProcessorTime spent = ProcessorTime.now(waits).since(before);
        assertThat(spent.usedNanos()).isNotNegative();
        assertThat(spent.busyNanos()).isNotNegative();
        assertThat(spent.waitedNanos()).isNotNegative();
        assertThat(spent.stolenNanos()).isNotNegative();
        assertThat(spent.throttledNanos()).isNotNegative();
    }
}
