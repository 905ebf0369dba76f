package io.tokenpace.bench.wire.http;

import io.netty.buffer.ByteBuf;
import java.util.Locale;

/** The line that tells the size of a chunk, read byte by byte and not kept. Extensions are passed over. */
final class ChunkSize {
    private static final int MAX_LINE_BYTES = 4_096;

    private final ChunkExtension extension = new ChunkExtension();
    private int bytes;
    private int length;
    private Place place = Place.FIRST_DIGIT;

    private enum Place {
        FIRST_DIGIT,
        DIGITS,
        EXTENSION,
        LINE_FEED
    }

    void begin() {
        bytes = 0;
        length = 0;
        place = Place.FIRST_DIGIT;
    }

    /** Reads on to the end of the line, and returns whether it has come. */
    boolean read(ByteBuf in) throws MalformedAnswerException {
        int end = in.writerIndex();
        for (int at = in.readerIndex(); at < end; at++) {
            byte next = in.getByte(at);
            if (place == Place.LINE_FEED) {
                if (next != '\n') {
                    throw malformed(next);
                }
                in.readerIndex(at + 1);
                return true;
            }
            take(next);
        }
        in.readerIndex(end);
        return false;
    }

    private void take(byte next) throws MalformedAnswerException {
        if (++length > MAX_LINE_BYTES) {
            throw new MalformedAnswerException("a chunk's size of more than " + MAX_LINE_BYTES + " bytes");
        }
        int digit = place.compareTo(Place.DIGITS) <= 0 ? digit(next) : -1;
        if (digit >= 0) {
            addDigit(digit);
        } else {
            place = placeAfter(next);
        }
    }

    private void addDigit(int digit) throws MalformedAnswerException {
        if (bytes > Integer.MAX_VALUE >> 4) {
            throw new MalformedAnswerException("a chunk of more than " + Integer.MAX_VALUE + " bytes");
        }
        bytes = bytes << 4 | digit;
        place = Place.DIGITS;
    }

    private Place placeAfter(byte next) throws MalformedAnswerException {
        if (place == Place.FIRST_DIGIT) {
            throw malformed(next);
        }
        if (next == '\r' && (place == Place.DIGITS || extension.mayEnd())) {
            return Place.LINE_FEED;
        }
        if (place == Place.DIGITS) {
            extension.begin();
        }
        boolean fits = place == Place.DIGITS ? next == ';' : extension.takes(next);
        if (!fits) {
            throw malformed(next);
        }
        return Place.EXTENSION;
    }

    private static MalformedAnswerException malformed(byte next) {
        return new MalformedAnswerException(
                String.format(Locale.ROOT, "a byte (0x%02x) in a chunk's size where none may be", next & 0xff));
    }

    private static int digit(byte next) {
        if (next >= '0' && next <= '9') {
            return next - '0';
        }
        int letter = next | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }

    /** Returns the size of the chunk. */
    int bytes() {
        return bytes;
    }
}
