package io.tokenpace.bench.wire.sse;

import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One stream pushed through a reader piece by piece, and the events that came out of it. */
final class EventLog implements SseListener {
    private static final int MAX_EVENT_BYTES = 1 << 20;

    private final SseReader reader;
    private final SseStream stream = new SseStream();
    private final List<String> events = new ArrayList<>();

    EventLog(SseReader reader) {
        this.reader = reader;
    }

    /** Returns the events of a stream that arrives in these pieces and then ends. */
    static List<String> of(String... pieces) {
        EventLog log = new EventLog(new SseReader(MAX_EVENT_BYTES));
        for (String piece : pieces) {
            log.push(piece);
        }
        log.finish();
        return log.events();
    }

    /** Returns the events of a stream that arrives cut at these places and then ends. */
    static List<String> ofCut(byte[] bytes, int... cuts) {
        EventLog log = new EventLog(new SseReader(MAX_EVENT_BYTES));
        int from = 0;
        for (int cut : cuts) {
            log.push(bytes, from, cut);
            from = cut;
        }
        log.push(bytes, from, bytes.length);
        log.finish();
        return log.events();
    }

    boolean push(String piece) {
        byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
        return push(bytes, 0, bytes.length);
    }

    boolean push(byte[] bytes, int from, int to) {
        return reader.read(Unpooled.wrappedBuffer(bytes, from, to - from), stream, this);
    }

    void finish() {
        reader.finish(stream, this);
    }

    void reset() {
        stream.reset();
    }

    List<String> events() {
        return events;
    }

    @Override
    public void event(byte[] bytes, int offset, int length) {
        events.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
    }
}
