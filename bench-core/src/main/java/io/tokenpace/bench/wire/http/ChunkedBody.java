package io.tokenpace.bench.wire.http;

import io.netty.buffer.ByteBuf;

/** A body that comes in chunks. Trailers must be headers, and are passed over. */
final class ChunkedBody {
    private final ChunkSize size = new ChunkSize();
    private final LineReader lines;

    private State state = State.SIZE;
    private int bytesLeft;

    private enum State {
        SIZE,
        DATA,
        CARRIAGE_RETURN,
        LINE_FEED,
        TRAILERS
    }

    ChunkedBody(LineReader lines) {
        this.lines = lines;
    }

    void begin() {
        state = State.SIZE;
        size.begin();
    }

    /** Reads on to the end of the body or of the buffer, and returns whether the body has ended. */
    boolean read(ByteBuf in, AnswerParts parts) throws MalformedAnswerException {
        while (in.isReadable()) {
            switch (state) {
                case SIZE -> readSize(in);
                case DATA -> readData(in, parts);
                case CARRIAGE_RETURN -> readLineEnd(in, '\r', State.LINE_FEED);
                case LINE_FEED -> readLineEnd(in, '\n', State.SIZE);
                case TRAILERS -> {
                    if (readTrailer(in)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private void readSize(ByteBuf in) throws MalformedAnswerException {
        if (!size.read(in)) {
            return;
        }
        bytesLeft = size.bytes();
        size.begin();
        if (bytesLeft > 0) {
            state = State.DATA;
        } else {
            state = State.TRAILERS;
            lines.begin();
        }
    }

    private void readData(ByteBuf in, AnswerParts parts) {
        int count = Math.min(bytesLeft, in.readableBytes());
        bytesLeft -= count;
        if (bytesLeft == 0) {
            state = State.CARRIAGE_RETURN;
        }
        AnswerDecoder.pass(in, count, parts);
    }

    private void readLineEnd(ByteBuf in, char expected, State next) throws MalformedAnswerException {
        if (in.readByte() != expected) {
            throw new MalformedAnswerException("a chunk that is longer than its size");
        }
        state = next;
    }

    /** Returns whether there are no more of them. */
    private boolean readTrailer(ByteBuf in) throws MalformedAnswerException {
        if (!lines.read(in)) {
            return false;
        }
        if (lines.length() > 0) {
            // Whatever it says, it must be a header.
            lines.header();
            return false;
        }
        lines.end();
        return true;
    }
}
