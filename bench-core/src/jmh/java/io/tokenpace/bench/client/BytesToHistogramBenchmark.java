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

    private final byte[] events = TextDeltas.events(EVENTS);
    private final byte[] chunks = TextDeltas.chunks(EVENTS);
    private final byte[] completionChunks = TextDeltas.completions(EVENTS);
    private final AnswerRig messages = AnswerRig.messages();
    private final AnswerRig chats = AnswerRig.chats();
    private final AnswerRig completions = AnswerRig.completions();

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int bareScanOfMessage() {
        return ByteScan.lineEnds(events);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int bareScanOfChat() {
        return ByteScan.lineEnds(chunks);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int bareScanOfCompletion() {
        return ByteScan.lineEnds(completionChunks);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int message() {
        return answer(messages);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int chat() {
        return answer(chats);
    }

    @Benchmark
    @OperationsPerInvocation(EVENTS)
    public int completion() {
        return answer(completions);
    }

    private static int answer(AnswerRig rig) {
        rig.begin();
        rig.arrive(EVENTS);
        rig.end();
        return rig.exchange().content().events();
    }
}
