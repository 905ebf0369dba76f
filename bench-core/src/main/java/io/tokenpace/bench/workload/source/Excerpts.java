package io.tokenpace.bench.workload.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The excerpts of one file in their order. Reads a buffer ahead, and holds one excerpt at a time. */
public interface Excerpts extends Closeable {
    /**
     * Returns the next excerpt, or nothing at the file's end.
     *
     * @throws BrokenLineException if it is too long or no UTF-8; the next call goes on behind it
     */
    Optional<Excerpt> next() throws IOException, BrokenLineException;

    /** Cuts what the stream holds: into elements where it begins like a JSON array, into lines otherwise. */
    static Excerpts of(InputStream in) throws IOException {
        Bytes bytes = new Bytes(in);
        int first = bytes.readSignificant();
        if (first == '[') {
            return new ElementExcerpts(bytes);
        }
        if (first != Bytes.END) {
            bytes.unread();
        }
        return new LineExcerpts(bytes);
    }
}
