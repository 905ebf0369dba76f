package io.tokenpace.bench.wire.sse;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.tokenpace.bench.ByteScan;
import io.tokenpace.bench.TextDeltas;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Splitting bytes into events: the time of one event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SseScanBenchmark {
    private static final int EVENTS = 64;

    private final byte[] bytes = TextDeltas.events(EVENTS);
    private final ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
    private final int eventBytes = bytes.length / EVENTS;
    private final SseReader reader = new SseReader(1 << 20);
    private final SseStream stream = new SseStream();
    private int dataBytes;
    private final SseListener listener = (data, offset, length) -> dataBytes += length;

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int bareScan() {
        return ByteScan.lineEnds(bytes);
    }

    /** A burst: many events in one buffer. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int manyEventsABuffer() {
        buffer.readerIndex(0);
        reader.read(buffer, stream, listener);
        return dataBytes;
    }

    /** The usual case: each event arrives by itself. */
    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int oneEventABuffer() {
        for (int i = 0; i < EVENTS; i++) {
            buffer.setIndex(i * eventBytes, (i + 1) * eventBytes);
            reader.read(buffer, stream, listener);
        }
        return dataBytes;
    }
}
