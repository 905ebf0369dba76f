package io.tokenpace.bench.workload.source;

import java.io.IOException;
import java.util.Optional;

/** The lines of a file, ended by LF or CRLF. Lines of nothing but white space are no excerpts. */
final class LineExcerpts implements Excerpts {
    private final Bytes bytes;
    private final ExcerptBuffer buffer = new ExcerptBuffer();

    LineExcerpts(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public Optional<Excerpt> next() throws IOException, BrokenLineException {
        int first = bytes.readSignificant();
        if (first == Bytes.END) {
            return Optional.empty();
        }
        long line = bytes.line();
        buffer.clear();
        for (int read = first; read != '\n' && read != Bytes.END; read = bytes.read()) {
            buffer.add(read);
        }
        buffer.dropCarriageReturn();
        return Optional.of(buffer.take(line));
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
