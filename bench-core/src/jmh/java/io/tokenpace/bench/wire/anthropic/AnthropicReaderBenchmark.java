package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.ByteScan;
import io.tokenpace.bench.TextDeltas;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading the data of one text event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnthropicReaderBenchmark {
    private final byte[] data = TextDeltas.data();
    private final AnswerReader reader = new AnthropicFormat().newReader();
    private final Answer answer = new Answer();

    @Benchmark
    public int bareScan() {
        return ByteScan.lineEnds(data);
    }

    @Benchmark
    public int textDelta() {
        reader.event(data, 0, data.length, answer);
        return answer.visibleChars();
    }
}
