package io.tokenpace.bench.client;

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

/**
 * The whole path of a text event that arrives by itself, from the decoded HTTP chunk to the histograms. The request's
 * own cost is shared by the events of its answer.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BytesToHistogramBenchmark {
    private static final int EVENTS = 1_000;

    private final byte[] bytes = TextDeltas.events(EVENTS);
    private final AnswerRig rig = new AnswerRig();

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int bareScan() {
        return ByteScan.lineEnds(bytes);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int answer() {
        rig.begin();
        rig.arrive(EVENTS);
        rig.end();
        return rig.exchange().content().events();
    }
}
