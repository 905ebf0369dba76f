package io.tokenpace.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadWaitsTest {
    @Test
    void shouldTakeTheTimeWaitedForAProcessor() {
        assertThat(ThreadWaits.waited(List.of("6202303 2509314 26"))).isEqualTo(2_509_314);
    }

    @Test
    void shouldCountNothingWhereTheSystemDoesNotTell() {
        assertThat(ThreadWaits.waited(List.of())).isZero();
    }
}
