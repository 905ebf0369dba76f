package io.tokenpace.bench.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenpace.bench.result.Metric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is handed on, as HdrHistogram's own reader sees it. */
class SavedLatenciesTest {
    private static final LogStart START = new LogStart(Instant.parse("2026-11-20T20:38:00Z"), 0);
    private static final String RUN_JSON = "{\"schema\": \"tokenpace.run/1\", \"manifest\": {\"command\": [],"
            + " \"options\": {}, \"start\": \"2026-11-20T20:38:00Z\"}, \"metrics\": {}, \"cells\": [], \"turns\": [],"
            + " \"slos\": [], \"errors\": [], \"stop_reasons\": {}}";

    @TempDir
    private Path temporary;

    private SavedRun run;

    @BeforeEach
    void save() throws IOException {
        Path path = temporary.resolve("run");
        try (RunFolder folder = RunFolder.create(path, START)) {
            folder.append("warmup.ttft", values(7), 0, 1_000);
            folder.append("ttft", values(100, 200), 1_000, 2_000);
            folder.append("e2e", values(300), 1_000, 2_000);
            folder.append("ttft", values(400), 2_000, 3_000);
        }
        Files.writeString(path.resolve("run.json"), RUN_JSON);
        run = SavedRun.open(path);
    }

    private static Histogram values(long... millis) {
        Histogram histogram = new Histogram(1_000, 3_600_000_000_000L, 3);
        for (long value : millis) {
            histogram.recordValue(value * 1_000_000);
        }
        return histogram;
    }

    @Test
    void shouldHandOnTheMeasuredPartOfOneMetric() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SavedLatencies(run).writeMeasured(Metric.TTFT, out);
        try (HistogramLogReader log = new HistogramLogReader(new ByteArrayInputStream(out.toByteArray()))) {
            Histogram first = (Histogram) log.nextIntervalHistogram();
            assertThat(first.getTag()).isEqualTo("ttft");
            assertThat(first.getTotalCount()).isEqualTo(2);
            assertThat(first.getStartTimeStamp())
                    .isEqualTo(Instant.parse("2026-11-20T20:38:01Z").toEpochMilli());
            assertThat(log.nextIntervalHistogram().getEndTimeStamp())
                    .isEqualTo(Instant.parse("2026-11-20T20:38:03Z").toEpochMilli());
            assertThat(log.hasNext()).isFalse();
        }
    }

    @Test
    void shouldHandOnTheWholeLogAsItIs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SavedLatencies(run).copyTo(out);
        assertThat(out.toByteArray()).isEqualTo(Files.readAllBytes(run.folder().resolve("latency.hlog")));
    }
}
