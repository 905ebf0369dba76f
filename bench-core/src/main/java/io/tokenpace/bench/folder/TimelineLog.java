package io.tokenpace.bench.folder;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenpace.bench.result.Second;
import io.tokenpace.bench.result.Tally;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** {@code timeline.jsonl}: one line a second. */
final class TimelineLog implements Closeable {
    private static final String SCHEMA = "tokenpace.timeline/1";

    private final OutputStream out;

    TimelineLog(OutputStream out, LogStart start) throws IOException {
        this.out = out;
        write(start.header(SCHEMA));
    }

    void append(Second second, Tally tally) throws IOException {
        write(new Line(second, tally));
    }

    private void write(Object line) throws IOException {
        out.write(Json.line(line));
        out.write('\n');
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    /** One line: the second's own keys, and the tally below one of them. */
    record Line(@JsonUnwrapped Second second, Tally tally) {}
}
