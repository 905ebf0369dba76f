package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.ByteScan;
import io.tokenpace.bench.TextDeltas;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.EventShapes;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Reading the data of one text event. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AnthropicReaderBenchmark {
    private static final int STREAMS = 64;

    private final byte[] data = TextDeltas.data();
    private final AnswerReader reader = new AnthropicFormat().newReader();
    private final AnswerReader parser = AnthropicFormat.newReader(new EventShapes(0));
    private final Answer answer = new Answer();
    private final Answer[] answers = new Answer[STREAMS];

    public AnthropicReaderBenchmark() {
        Arrays.setAll(answers, i -> new Answer());
    }

    @Benchmark
    public int bareScan() {
        return ByteScan.lineEnds(data);
    }

    @Benchmark
    public int textDelta() {
        reader.event(data, 0, data.length, answer);
        return answer.visibleChars();
    }

    /** The same where streams take turns. */
    @Benchmark
    @OperationsPerInvocation(STREAMS)
    public int textDeltaOfManyStreams() {
        for (Answer each : answers) {
            reader.event(data, 0, data.length, each);
        }
        return answers[0].visibleChars();
    }

    /** The same by the parser alone, as an event is read that has no known shape. */
    @Benchmark
    public int parsedTextDelta() {
        parser.event(data, 0, data.length, answer);
        return answer.visibleChars();
    }
}
