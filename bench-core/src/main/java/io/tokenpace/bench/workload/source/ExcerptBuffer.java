package io.tokenpace.bench.workload.source;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gathers the bytes of one excerpt after the other. Bytes beyond the limit are counted, not kept, but for one: it may be
 * the carriage return that is no part of a line.
 */
final class ExcerptBuffer {
    static final int MAX_BYTES = 16 << 20;
    private static final int FIRST_BYTES = 1 << 12;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private byte[] bytes = new byte[FIRST_BYTES];
    private long length;

    void clear() {
        length = 0;
    }

    void add(int value) {
        if (length <= MAX_BYTES) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES + 1, 2 * bytes.length));
            }
            bytes[(int) length] = (byte) value;
        }
        length++;
    }

    /** Takes away the carriage return at the end, if there is one. */
    void dropCarriageReturn() {
        if (length > 0 && length <= MAX_BYTES + 1 && bytes[(int) length - 1] == '\r') {
            length--;
        }
    }

    /** Returns what was gathered, as text that begins in this line. */
    Excerpt take(long line) throws BrokenLineException {
        if (length > MAX_BYTES) {
            throw new BrokenLineException(line, "length (" + length + " bytes) must be at most " + MAX_BYTES);
        }
        ByteBuffer gathered = ByteBuffer.wrap(bytes, 0, (int) length);
        CharBuffer text = CharBuffer.allocate((int) length);
        if (decoder.reset().decode(gathered, text, true).isError()) {
            int bad = gathered.position();
            throw new BrokenLineException(
                    line + lineEndsBefore(bad), String.format("byte 0x%02X must be part of UTF-8 text", bytes[bad]));
        }
        return new Excerpt(line, text.flip().toString());
    }

    private long lineEndsBefore(int end) {
        long count = 0;
        for (int i = 0; i < end; i++) {
            if (bytes[i] == '\n') {
                count++;
            }
        }
        return count;
    }
}
