package io.tokenpace.mock.ceiling;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.tokenpace.mock.MockServer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import org.HdrHistogram.Histogram;

/** What a server's process has counted until now. */
record Counters(long wallNanos, long loopCpuNanos, long loopAllocatedBytes, long answers, Histogram lateness) {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Counters of(MockServer server) {
        long[] loops = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().startsWith("mock-loop"))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        return new Counters(
                System.nanoTime(),
                Arrays.stream(THREADS.getThreadCpuTime(loops)).sum(),
                Arrays.stream(THREADS.getThreadAllocatedBytes(loops)).sum(),
                server.requests(),
                server.lateness());
    }

    /** Returns the figures of the span since then, as {@link Figures#parse} reads them. */
    String since(Counters begin) {
        Histogram between = lateness.copy();
        between.subtract(begin.lateness);
        return new Figures(
                        wallNanos - begin.wallNanos,
                        loopCpuNanos - begin.loopCpuNanos,
                        loopAllocatedBytes - begin.loopAllocatedBytes,
                        answers - begin.answers,
                        between.getTotalCount(),
                        between.getValueAtPercentile(50),
                        between.getValueAtPercentile(90),
                        between.getValueAtPercentile(99))
                .print();
    }

    /** Returns the bytes in use after a collection, on the heap and in Netty's buffers. */
    static long bytesInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                        .metric()
                        .usedDirectMemory();
    }
}
