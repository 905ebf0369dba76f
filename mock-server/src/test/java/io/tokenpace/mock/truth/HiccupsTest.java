package io.tokenpace.mock.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HiccupsTest {
    private final AtomicLong nowNanos = new AtomicLong(5);
    private final CountDownLatch done = new CountDownLatch(1);

    @Test
    void shouldRecordWhatWasOverslept() throws InterruptedException {
        Histogram recorded = afterSleeps(1_000_000, 1_250_000, 1_000_000);
        assertThat(recorded.getTotalCount()).isEqualTo(3);
        assertThat(recorded.getCountAtValue(0)).isEqualTo(2);
        assertThat(recorded.getCountAtValue(250_000)).isEqualTo(1);
    }

    @Test
    void shouldRecordTheWaitsThatAFreezeHasSwallowed() throws InterruptedException {
        Histogram recorded = afterSleeps(1_000_000 + 4_000_000);
        assertThat(recorded.getTotalCount()).isEqualTo(4);
        assertThat(recorded.getCountAtValue(4_000_000)).isEqualTo(1);
        assertThat(recorded.getCountAtValue(1_000_000)).isEqualTo(1);
    }

    /** Returns what is recorded when the thread has slept for these times, and then sleeps on. */
    private Histogram afterSleeps(long... nanos) throws InterruptedException {
        AtomicLong slept = new AtomicLong();
        Hiccups hiccups = Hiccups.start(nowNanos::get, asked -> {
            int sleep = (int) slept.getAndIncrement();
            if (sleep < nanos.length) {
                nowNanos.addAndGet(nanos[sleep]);
            } else {
                done.countDown();
                LockSupport.park();
            }
        });
        try (hiccups) {
            done.await();
            return hiccups.snapshot();
        }
    }
}
