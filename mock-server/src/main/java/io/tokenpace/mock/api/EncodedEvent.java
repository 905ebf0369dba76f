package io.tokenpace.mock.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of one event of a stream, chunk framing included, to be broken on purpose. All of it happens in the first of
 * its chunks; an event without bytes stays what it is.
 */
public final class EncodedEvent {
    private static final String EVENT_END = "\n\n";
    /** Three bytes in UTF-8. */
    private static final byte[] CHARACTER = "€".getBytes(UTF_8);
    /** What stands before the text of a delta, in either API. */
    private static final List<String> TEXT_OPENINGS =
            List.of("\"text\":\"", "\"thinking\":\"", "\"content\":\"", "\"reasoning\":\"");

    private static final int LOST_BYTES = 6;

    private final byte[] bytes;
    private final int start;
    private final int end;

    /** The bytes of an event before a cut and after it, on the heap, so that a half nobody sends is no leak. */
    public record Halves(ByteBuf first, ByteBuf second) {}

    private EncodedEvent(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
    }

    /** Takes all that is readable, without reading it. */
    public static EncodedEvent of(ByteBuf encoded) {
        byte[] bytes = ByteBufUtil.getBytes(encoded);
        if (bytes.length == 0) {
            return new EncodedEvent(bytes, 0, 0);
        }
        int lineEnd = new String(bytes, US_ASCII).indexOf('\r');
        int length = Integer.parseInt(new String(bytes, 0, lineEnd, US_ASCII), 16);
        int start = lineEnd + 2;
        return new EncodedEvent(bytes, start, start + length);
    }

    /** Cuts the chunk: it holds less than its length says, until the rest comes. */
    public Halves cutInChunk() {
        return halves(middle());
    }

    /** Cuts between two chunks, each of them whole, and the event is in both. */
    public Halves cutInEvent() {
        return end == start ? halves(end) : rechunked(payload(), middle() - start);
    }

    /** Cuts as {@link #cutInEvent}, inside a character that is put before the text; without a text anywhere. */
    public Halves cutInCharacter() {
        int text = textStart();
        if (text < 0) {
            return cutInEvent();
        }
        ByteBuf payload = Unpooled.buffer();
        payload.writeBytes(bytes, start, text)
                .writeBytes(CHARACTER)
                .writeBytes(bytes, start + text, end - start - text);
        return rechunked(ByteBufUtil.getBytes(payload), text + 1);
    }

    /** Returns the event with the end of its JSON lost. */
    public byte[] malformed() {
        String payload = new String(payload(), UTF_8);
        int eventEnd = payload.indexOf(EVENT_END);
        if (eventEnd < LOST_BYTES) {
            return bytes;
        }
        String broken = payload.substring(0, eventEnd - LOST_BYTES) + payload.substring(eventEnd);
        ByteBuf out = Unpooled.buffer();
        Chunk.write(broken, out);
        out.writeBytes(bytes, chunkEnd(), bytes.length - chunkEnd());
        return ByteBufUtil.getBytes(out);
    }

    private Halves halves(int cut) {
        return new Halves(
                Unpooled.wrappedBuffer(bytes, 0, cut), Unpooled.wrappedBuffer(bytes, cut, bytes.length - cut));
    }

    private Halves rechunked(byte[] payload, int cut) {
        ByteBuf second = chunk(payload, cut, payload.length);
        second.writeBytes(bytes, chunkEnd(), bytes.length - chunkEnd());
        return new Halves(chunk(payload, 0, cut), second);
    }

    private static ByteBuf chunk(byte[] payload, int from, int until) {
        ByteBuf out = Unpooled.buffer();
        Chunk.begin(until - from, out);
        out.writeBytes(payload, from, until - from);
        Chunk.end(out);
        return out;
    }

    /** Returns the middle, or the next place after it that is no border between events. */
    private int middle() {
        int middle = (start + end) / 2;
        while (middle > start && middle < end - 1 && bytes[middle - 1] == '\n') {
            middle++;
        }
        return middle;
    }

    private int textStart() {
        String payload = new String(payload(), US_ASCII);
        return TEXT_OPENINGS.stream()
                .mapToInt(opening -> payload.contains(opening) ? payload.indexOf(opening) + opening.length() : -1)
                .max()
                .orElse(-1);
    }

    private byte[] payload() {
        return slice(start, end);
    }

    private int chunkEnd() {
        return Math.min(bytes.length, end + 2);
    }

    private byte[] slice(int from, int until) {
        return Arrays.copyOfRange(bytes, from, until);
    }
}
