package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.ByteScan;
import io.tokenpace.bench.TextDeltas;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Parameters;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading the data of one chunk with text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenAiReaderBenchmark {
    private final byte[] data = TextDeltas.chunk();
    private final AnswerReader reader = new ChatFormat(Parameters.STREAMING, Dialect.SERVER).newReader();
    private final Answer answer = new Answer();

    @Benchmark
    public int bareScan() {
        return ByteScan.lineEnds(data);
    }

    @Benchmark
    public int textChunk() {
        reader.event(data, 0, data.length, answer);
        return answer.visibleChars();
    }
}
