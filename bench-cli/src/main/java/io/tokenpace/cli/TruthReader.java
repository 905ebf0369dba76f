package io.tokenpace.cli;

import io.tokenpace.bench.analysis.TrueAnswer;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a mock's truth log while it is written, each time from where it stopped: only lines that are whole.
 *
 * <p>Of a streamed answer the first event is its head and the last its end; those between have its content.
 */
final class TruthReader implements Closeable {
    private static final int HEAD_AND_END = 2;
    private static final int READ_BYTES = 1 << 16;

    private final JsonMapper json = new JsonMapper();
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final byte[] bytes = new byte[READ_BYTES];
    private long events;

    TruthReader(InputStream in) {
        this.in = in;
    }

    /** Hands over the answers that have ended since the last time, each of them whole. */
    void read(Consumer<TrueAnswer> answers) throws IOException {
        for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
            int from = 0;
            for (int i = 0; i < read; i++) {
                if (bytes[i] == '\n') {
                    line.write(bytes, from, i - from);
                    take(json.readTree(line.toByteArray()), answers);
                    line.reset();
                    from = i + 1;
                }
            }
            line.write(bytes, from, read - from);
        }
    }

    /** Returns how many events were written in all answers so far, heads and ends included. */
    long events() {
        return events;
    }

    private void take(JsonNode answer, Consumer<TrueAnswer> answers) {
        events += answer.path("written_ns").size();
        if (answer.path("ending").asString("").equals("complete")
                && answer.path("streamed").asBoolean(false)) {
            answers.accept(new TrueAnswer(
                    answer.path("id").asString(),
                    answer.path("received_ns").asLong(),
                    content(answer.path("scheduled_ns")),
                    content(answer.path("written_ns")),
                    content(answer.path("flushed_ns"))));
        }
    }

    private static long[] content(JsonNode nanos) {
        long[] all = new long[nanos.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = nanos.get(i).asLong();
        }
        return all.length <= HEAD_AND_END ? new long[0] : Arrays.copyOfRange(all, 1, all.length - 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
