package io.tokenpace.bench.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SteadyStreamTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean full;

    private final SteadyStream stream = new SteadyStream(new OutputStream() {
        @Override
        public void write(int value) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
            written.write(value);
        }
    });

    @Test
    void shouldPassEverythingOn() throws IOException {
        stream.write("one".getBytes(StandardCharsets.UTF_8));
        stream.write('!');
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("one!");
    }

    @Test
    void shouldWriteNothingMoreOnceItFailedThoughThereIsRoomAgain() throws IOException {
        stream.write('a');
        full = true;
        assertThatThrownBy(() -> stream.write('b')).hasMessage("No space left on device");
        full = false;
        assertThatThrownBy(() -> stream.write('c')).hasMessage("No space left on device");
        assertThatThrownBy(stream::flush).hasMessage("No space left on device");
        assertThat(written.toString(StandardCharsets.UTF_8)).isEqualTo("a");
    }

    @Test
    void shouldTellOfAFullDiskThatTheHistogramsWriterKeepsToItself() {
        LatencyLog log = new LatencyLog(stream, new LogStart(Instant.EPOCH, 0));
        full = true;
        Histogram values = new Histogram(3);
        values.recordValue(7);
        log.append("ttft", values, 0, 1_000);
        assertThatThrownBy(log::flush).hasMessage("No space left on device");
    }
}
