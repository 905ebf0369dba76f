package io.tokenpace.bench.workload;

import io.tokenpace.bench.draw.Draws;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Writing a prompt: the time of one word. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PromptTextBenchmark {
    private static final int WORDS = 1_000;

    private final PromptText text = new PromptText(Draws.of(1, "prompts"));
    private long index;

    @Benchmark
    @OperationsPerInvocation(WORDS)
    public String words() {
        return text.of(WORDS, index++);
    }
}
