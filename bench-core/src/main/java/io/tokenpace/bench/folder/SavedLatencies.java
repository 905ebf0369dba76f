package io.tokenpace.bench.folder;

import io.tokenpace.bench.result.Metric;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.Instant;

/** {@code latency.hlog} of a saved run, handed on for HdrHistogram's own tools. */
public final class SavedLatencies {
    private static final long MILLIS_PER_SECOND = 1_000;

    private final SavedRun run;

    public SavedLatencies(SavedRun run) {
        this.run = run;
    }

    /** Copies the whole log, every metric and the warm-up, as it is. */
    public void copyTo(OutputStream out) throws IOException {
        Files.copy(run.folder().resolve(RunFolder.LATENCIES), out);
    }

    /** Writes a log of what was measured of one metric, the warm-up left out, and leaves the stream open. */
    public void writeMeasured(Metric metric, OutputStream out) throws IOException {
        Instant start = Instant.parse(run.result().manifest().start());
        try (LatencyLog log = new LatencyLog(new Lent(out), new LogStart(start, 0))) {
            run.forEachInterval((of, warmup, second, values) -> {
                if (of == metric && !warmup) {
                    log.append(metric.label(), values, second * MILLIS_PER_SECOND, (second + 1) * MILLIS_PER_SECOND);
                }
            });
        }
    }

    /** A stream that is not closed with what writes to it. */
    private static final class Lent extends FilterOutputStream {
        Lent(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
