package io.tokenpace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.workload.WorkItem;
import io.tokenpace.bench.workload.Workload;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpenItemsTest {
    @Test
    void shouldCloseEverythingThatWasOpened() {
        AtomicInteger closed = new AtomicInteger();
        OpenItems opened = new OpenItems();
        opened.keep(new Counting(closed));
        opened.keep(new Counting(closed));
        assertThat(closed).hasValue(0);
        opened.close();
        assertThat(closed).hasValue(2);
    }

    private record Counting(AtomicInteger closed) implements Workload {
        @Override
        public WorkItem item(long index) {
            throw new UnsupportedOperationException("nothing is asked for");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
