package io.tokenpace.bench.wire.http;

import io.netty.buffer.ByteBuf;

/**
 * Takes the answers of one connection apart, one at a time, from buffers that may be cut anywhere. It keeps no more than
 * the line of a head that is not whole yet; bodies are handed on where they lie, without an object for any of their
 * pieces. It is not thread-safe.
 *
 * <pre>{@code
 * AnswerDecoder decoder = new AnswerDecoder(parts, sieve);
 * decoder.begin();      // a request was sent
 * decoder.read(buffer); // as often as something comes
 * decoder.close();      // the connection has gone
 * }</pre>
 */
public final class AnswerDecoder {
    private final AnswerParts parts;
    private final LineReader lines = new LineReader();
    private final HeadReader head;
    private final ChunkedBody chunks = new ChunkedBody(lines);

    private State state = State.IDLE;
    private long bodyBytesLeft;
    private boolean surplus;

    private enum State {
        IDLE,
        HEAD,
        SIZED,
        CHUNKED,
        UNTIL_CLOSE,
        BROKEN
    }

    /** @param sieve which headers to keep, beside those that tell how the answer is to be read */
    public AnswerDecoder(AnswerParts parts, HeaderSieve sieve) {
        this.parts = parts;
        this.head = new HeadReader(lines, sieve);
    }

    /** Makes ready for the answer to a request; the one before must have ended. */
    public void begin() {
        state = State.HEAD;
        surplus = false;
        head.begin();
    }

    /** Reads all of {@code in}. */
    public void read(ByteBuf in) {
        try {
            while (in.isReadable()) {
                readOn(in);
            }
        } catch (MalformedAnswerException e) {
            state = State.BROKEN;
            in.skipBytes(in.readableBytes());
            parts.broken(e.getMessage());
        }
    }

    private void readOn(ByteBuf in) throws MalformedAnswerException {
        switch (state) {
            case HEAD -> {
                if (head.read(in)) {
                    beginBody(head.head());
                }
            }
            case SIZED -> readSized(in);
            case CHUNKED -> {
                if (chunks.read(in, parts)) {
                    end();
                }
            }
            case UNTIL_CLOSE -> pass(in, in.readableBytes(), parts);
            case IDLE -> {
                surplus = true;
                in.skipBytes(in.readableBytes());
            }
            case BROKEN -> in.skipBytes(in.readableBytes());
        }
    }

    private void beginBody(AnswerHead told) {
        parts.head(told);
        switch (told.body()) {
            case NONE -> end();
            case SIZED -> {
                state = State.SIZED;
                bodyBytesLeft = told.contentLength();
            }
            case CHUNKED -> {
                state = State.CHUNKED;
                chunks.begin();
            }
            case UNTIL_CLOSE -> state = State.UNTIL_CLOSE;
        }
    }

    private void readSized(ByteBuf in) {
        int count = (int) Math.min(bodyBytesLeft, in.readableBytes());
        bodyBytesLeft -= count;
        pass(in, count, parts);
        if (bodyBytesLeft == 0) {
            end();
        }
    }

    private void end() {
        state = State.IDLE;
        parts.end();
    }

    /** Hands on some bytes of a body as the whole of what there is to read. */
    static void pass(ByteBuf in, int count, AnswerParts parts) {
        int end = in.writerIndex();
        int next = in.readerIndex() + count;
        in.writerIndex(next);
        parts.content(in);
        in.setIndex(next, end);
    }

    /**
     * Learns that the connection has gone, which ends a body that nothing else does.
     *
     * @return whether it did
     */
    public boolean close() {
        boolean ends = state == State.UNTIL_CLOSE;
        if (ends) {
            end();
        }
        return ends;
    }

    /** Returns whether more came than the answer, which nobody asked for. */
    public boolean hasSurplus() {
        return surplus;
    }
}
