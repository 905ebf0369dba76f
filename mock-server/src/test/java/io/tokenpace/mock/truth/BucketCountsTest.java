package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketCountsTest {
    @Test
    void shouldCountUpToAndIncludingEachBound() {
        BucketCounts counts = new BucketCounts(10, 20);
        for (long value : new long[] {0, 10, 11, 20, 21, 5_000}) {
            counts.record(value);
        }
        assertThat(counts.counts()).containsExactly(2, 2, 2);
        assertThat(counts.sum()).isEqualTo(5_062);
    }
}
