package io.tokenpace.bench.wire.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/**
 * Gathers one line of a head or a trailer after the other. They must end with CRLF: a reader that takes less can be made
 * to see another head than the readers before it. Their bytes are bounded as a whole.
 */
final class LineReader {
    static final int MAX_BYTES = 64 << 10;
    private static final int LIKELY_BYTES = 256;
    private static final byte[] NONE = {};
    private static final byte CR = '\r';
    private static final byte LF = '\n';

    private final HeaderLine header = new HeaderLine();
    private byte[] bytes = NONE;
    private int length;
    private int bytesLeft;
    private boolean whole;

    /** Begins to count anew. */
    void begin() {
        bytesLeft = MAX_BYTES;
        length = 0;
        whole = false;
    }

    /** Lets go of what it holds: most connections wait for bodies, and some wait for long. */
    void end() {
        bytes = NONE;
        header.forget();
    }

    /** Reads on to the end of the line, and returns whether it has come. */
    boolean read(ByteBuf in) throws MalformedAnswerException {
        if (whole) {
            whole = false;
            length = 0;
        }
        int from = in.readerIndex();
        int lineFeed = in.indexOf(from, in.writerIndex(), LF);
        int count = (lineFeed < 0 ? in.writerIndex() : lineFeed + 1) - from;
        if (count > bytesLeft) {
            throw new MalformedAnswerException("a head of more than " + MAX_BYTES + " bytes");
        }
        bytesLeft -= count;
        add(in, count);
        if (lineFeed >= 0) {
            cutLineEnd();
        }
        return whole;
    }

    private void add(ByteBuf in, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, Math.max(LIKELY_BYTES, 2 * bytes.length)));
        }
        in.readBytes(bytes, length, count);
        length += count;
    }

    private void cutLineEnd() throws MalformedAnswerException {
        if (length < 2 || bytes[length - 2] != CR) {
            throw new MalformedAnswerException("a line of a head that does not end with CRLF");
        }
        length -= 2;
        whole = true;
    }

    /** Returns the line as a header; it is overwritten by the next. */
    HeaderLine header() throws MalformedAnswerException {
        header.parse(bytes, length);
        return header;
    }

    /** Returns what holds the line; it is overwritten by the next. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns how long the line is, without its end. */
    int length() {
        return length;
    }
}
