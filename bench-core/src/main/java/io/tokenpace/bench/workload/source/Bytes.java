package io.tokenpace.bench.workload.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** A stream's bytes one by one, with the number of the line they stand in. */
final class Bytes implements Closeable {
    static final int END = -1;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    private long line = 1;

    Bytes(InputStream in) {
        this.in = in;
    }

    /** Returns the next byte, or {@link #END}. */
    int read() throws IOException {
        if (next == limit && !fill()) {
            return END;
        }
        int read = buffer[next++] & 0xFF;
        if (read == '\n') {
            line++;
        }
        return read;
    }

    /** Returns the next byte that is no white space to JSON, or {@link #END}. */
    int readSignificant() throws IOException {
        int read = read();
        while (read == ' ' || read == '\n' || read == '\r' || read == '\t') {
            read = read();
        }
        return read;
    }

    /** Takes the last byte back; it must have been one of a line, not its end. */
    void unread() {
        next--;
    }

    /** Returns the number of the line that the next byte stands in, from 1. */
    long line() {
        return line;
    }

    private boolean fill() throws IOException {
        limit = Math.max(0, in.read(buffer));
        next = 0;
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
