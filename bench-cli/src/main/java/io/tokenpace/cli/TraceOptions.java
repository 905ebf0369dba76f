package io.tokenpace.cli;

import io.tokenpace.bench.workload.source.BrokenLines;
import io.tokenpace.bench.workload.trace.PrefixBlocks;
import io.tokenpace.bench.workload.trace.Replay;
import io.tokenpace.bench.workload.trace.TraceWorkload;
import io.tokenpace.bench.workload.trace.Traces;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A file that says when requests came, and how large they were. */
final class TraceOptions {
    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Send requests of the sizes and at the moments of this trace: Azure's, BurstGPT's or"
                    + " Mooncake's, gzipped or not. There is no warm-up.")
    private Path trace;

    @Option(
            names = "--speed",
            paramLabel = "X",
            defaultValue = "1",
            description = "Let so many seconds of the trace pass in one (default: ${DEFAULT-VALUE}).")
    private double speed;

    @Option(
            names = "--from",
            paramLabel = "D",
            converter = Durations.class,
            description = "Begin the trace so long after its first request (default: at once).")
    private Duration from;

    @Option(
            names = "--to",
            paramLabel = "D",
            converter = Durations.class,
            description = "End the trace so long after its first request (default: with its last).")
    private Duration to;

    Optional<Path> file() {
        return Optional.ofNullable(trace);
    }

    TraceWorkload requests(String model, BrokenLines brokenLines, long seed) {
        Replay replay = new Replay(speed, Optional.ofNullable(from).orElse(Duration.ZERO), Optional.ofNullable(to));
        return new TraceWorkload(Traces.open(trace, brokenLines, replay), new PrefixBlocks(seed, "trace"), model);
    }

    /** Returns the same for options that replay the same. */
    String sketch() {
        return trace + " " + speed + " " + from + " " + to;
    }
}
