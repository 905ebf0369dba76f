package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    @Test
    void shouldReadTheResidentKilobytes() {
        assertThat(ProcessMemory.residentIn(List.of("VmPeak:\t  999 kB", "VmRSS:\t    2048 kB", "RssAnon:\t 1 kB")))
                .isEqualTo(2_097_152);
    }

    @Test
    void shouldReadNothingWhereASystemDoesNotTell() {
        assertThat(ProcessMemory.residentIn(List.of("Name:\tjava"))).isZero();
    }

    @Test
    void shouldTellOfTheHeapInUse() {
        assertThat(ProcessMemory.now().heapBytes()).isPositive();
    }
}
