package io.tokenpace.bench.wire.http;

import io.netty.buffer.ByteBuf;

/**
 * Reads the head of an answer line by line, and passes over those before it that only inform. One bound holds for all of
 * them, so that nobody can inform for ever.
 */
final class HeadReader {
    private final LineReader lines;
    private final HeaderSieve sieve;
    private final StatusLine statusLine = new StatusLine();
    private final AnswerHead head = new AnswerHead();
    private boolean inHeaders;

    HeadReader(LineReader lines, HeaderSieve sieve) {
        this.lines = lines;
        this.sieve = sieve;
    }

    void begin() {
        lines.begin();
        inHeaders = false;
    }

    /** Reads on to the end of the head, and returns whether it has come. */
    boolean read(ByteBuf in) throws MalformedAnswerException {
        while (lines.read(in)) {
            if (!inHeaders) {
                statusLine.parse(lines.bytes(), lines.length());
                head.begin(statusLine);
                inHeaders = true;
            } else if (lines.length() > 0) {
                head.add(lines.header(), sieve);
            } else if (endHead()) {
                lines.end();
                return true;
            }
        }
        if (!inHeaders) {
            statusLine.checkBeginning(lines.bytes(), lines.length());
        }
        return false;
    }

    /** Returns whether this was the head of the answer proper. */
    private boolean endHead() throws MalformedAnswerException {
        head.finish();
        inHeaders = false;
        return !head.informs();
    }

    /** Returns the head that was read last. */
    AnswerHead head() {
        return head;
    }
}
