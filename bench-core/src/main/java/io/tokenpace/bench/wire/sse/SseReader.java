package io.tokenpace.bench.wire.sse;

import io.netty.buffer.ByteBuf;

/**
 * Reads server-sent events from buffers that may be cut anywhere. One reader serves all streams of an event loop; it is
 * not thread-safe.
 *
 * <pre>{@code
 * SseReader reader = new SseReader(maxEventBytes);
 * SseStream stream = new SseStream();
 * if (!reader.read(buffer, stream, listener)) {
 *     // an event exceeded maxEventBytes: give the stream up
 * }
 * reader.finish(stream, listener); // at a clean end of the body
 * }</pre>
 *
 * <p>Lines end with LF, CR or CRLF. The data lines of an event are joined where they lie; comments and the fields {@code
 * event}, {@code id} and {@code retry} are passed over, since every format here names its events inside the data.
 * Buffers are copied once, into an array that the reader reuses: scanning an array is faster than asking a buffer for
 * each byte, and the JSON parser wants one anyway.
 */
public final class SseReader {
    private static final byte LF = '\n';
    private static final byte CR = '\r';

    /** Up to this many held bytes are copied in front of the next buffer; more are extended in place. */
    private static final int CHEAP_COPY_BYTES = 4_096;

    private final int maxEventBytes;
    private byte[] scratch = new byte[8_192];

    public SseReader(int maxEventBytes) {
        if (maxEventBytes <= 0) {
            throw new IllegalArgumentException("maxEventBytes (" + maxEventBytes + ") must be positive");
        }
        this.maxEventBytes = maxEventBytes;
    }

    /**
     * Reads all of {@code in} and hands every finished event to the listener.
     *
     * @return false if the event that remains unfinished is longer than this reader accepts
     */
    public boolean read(ByteBuf in, SseStream stream, SseListener listener) {
        int held = stream.heldBytes;
        int arrived = in.readableBytes();
        byte[] bytes;
        if (held <= CHEAP_COPY_BYTES) {
            bytes = scratch(held + arrived);
            System.arraycopy(stream.held, 0, bytes, 0, held);
        } else {
            // A long event that dribbles in is extended where it lies, or each byte would cost a copy of all before it.
            stream.reserve(arrived);
            bytes = stream.held;
        }
        in.readBytes(bytes, held, arrived);
        int end = held + arrived;
        int eventStart = scan(bytes, end, stream, listener);
        int unfinished = end - eventStart;
        if (unfinished == 0) {
            stream.drop();
        } else {
            stream.hold(bytes, eventStart, unfinished);
        }
        return unfinished <= maxEventBytes;
    }

    /** Ends the stream: an event whose blank line is missing is handed over as it stands. */
    public void finish(SseStream stream, SseListener listener) {
        if (stream.heldBytes > stream.lineStart) {
            readLine(stream.held, 0, stream.lineStart, stream.heldBytes, stream);
        }
        dispatch(stream.held, 0, stream, listener);
        stream.reset();
    }

    /** Returns where the unfinished event starts; the stream's positions are left counted from there. */
    private static int scan(byte[] bytes, int end, SseStream stream, SseListener listener) {
        int eventStart = 0;
        int lineStart = stream.lineStart;
        int at = stream.scanned;
        while (true) {
            at = LineEnds.next(bytes, at, end);
            if (at == end) {
                break;
            }
            boolean emptyLine = at == lineStart;
            if (emptyLine && stream.lineFeedPending && bytes[at] == LF) {
                stream.lineFeedPending = false;
                if (lineStart == eventStart) {
                    eventStart++;
                }
            } else {
                stream.lineFeedPending = bytes[at] == CR;
                if (emptyLine) {
                    stream.pastFirstLine = true;
                    dispatch(bytes, eventStart, stream, listener);
                    eventStart = at + 1;
                } else {
                    readLine(bytes, eventStart, lineStart, at, stream);
                }
            }
            lineStart = ++at;
        }
        stream.scanned = at - eventStart;
        stream.lineStart = lineStart - eventStart;
        return eventStart;
    }

    private static void readLine(byte[] bytes, int eventStart, int lineStart, int lineEnd, SseStream stream) {
        int start = lineStart;
        if (!stream.pastFirstLine) {
            stream.pastFirstLine = true;
            start += byteOrderMark(bytes, lineStart, lineEnd);
        }
        if (!isData(bytes, start, lineEnd)) {
            return;
        }
        int value = Math.min(start + "data:".length(), lineEnd);
        if (value < lineEnd && bytes[value] == ' ') {
            value++;
        }
        int length = lineEnd - value;
        if (stream.dataStart == SseStream.NO_DATA) {
            stream.dataStart = value - eventStart;
            stream.dataEnd = lineEnd - eventStart;
            return;
        }
        // "data:" leaves more room before the value than the joining line feed takes.
        int joined = eventStart + stream.dataEnd;
        bytes[joined] = LF;
        System.arraycopy(bytes, value, bytes, joined + 1, length);
        stream.dataEnd += 1 + length;
    }

    private static boolean isData(byte[] bytes, int start, int end) {
        return end - start >= 4
                && bytes[start] == 'd'
                && bytes[start + 1] == 'a'
                && bytes[start + 2] == 't'
                && bytes[start + 3] == 'a'
                && (end - start == 4 || bytes[start + 4] == ':');
    }

    private static int byteOrderMark(byte[] bytes, int start, int end) {
        boolean marked = end - start >= 3
                && bytes[start] == (byte) 0xEF
                && bytes[start + 1] == (byte) 0xBB
                && bytes[start + 2] == (byte) 0xBF;
        return marked ? 3 : 0;
    }

    private static void dispatch(byte[] bytes, int eventStart, SseStream stream, SseListener listener) {
        if (stream.dataStart == SseStream.NO_DATA) {
            return;
        }
        int start = eventStart + stream.dataStart;
        int length = stream.dataEnd - stream.dataStart;
        stream.dataStart = SseStream.NO_DATA;
        listener.event(bytes, start, length);
    }

    private byte[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new byte[Integer.highestOneBit(length - 1) << 1];
        }
        return scratch;
    }
}
