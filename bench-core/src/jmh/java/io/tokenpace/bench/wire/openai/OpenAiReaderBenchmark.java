package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.ByteScan;
import io.tokenpace.bench.TextDeltas;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.EventShapes;
import io.tokenpace.bench.wire.Parameters;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading the data of one chunk with text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenAiReaderBenchmark {
    private static final int STREAMS = 64;

    private final byte[] data = TextDeltas.chunk();
    private final AnswerReader reader = new ChatFormat(Parameters.STREAMING, Dialect.SERVER).newReader();
    private final AnswerReader parser = new OpenAiReader(OpenAiBody.JSON, new EventShapes(0));
    private final Answer answer = new Answer();
    private final byte[][] chunks = new byte[STREAMS][];
    private final Answer[] answers = new Answer[STREAMS];

    public OpenAiReaderBenchmark() {
        Arrays.setAll(chunks, TextDeltas::chunk);
        Arrays.setAll(answers, i -> new Answer());
    }

    @Benchmark
    public int bareScan() {
        return ByteScan.lineEnds(data);
    }

    @Benchmark
    public int textChunk() {
        reader.event(data, 0, data.length, answer);
        return answer.visibleChars();
    }

    /** The same where streams take turns, each with an id of its own in its chunks. */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public int textChunkOfManyStreams() {
        for (int i = 0; i < STREAMS; i++) {
            reader.event(chunks[i], 0, chunks[i].length, answers[i]);
        }
        return answers[0].visibleChars();
    }

    /** The same by the parser alone, as a chunk is read that has no known shape. */
    @Benchmark
    public int parsedTextChunk() {
        parser.event(data, 0, data.length, answer);
        return answer.visibleChars();
    }
}
