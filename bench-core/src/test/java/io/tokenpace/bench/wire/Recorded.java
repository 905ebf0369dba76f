package io.tokenpace.bench.wire;

import io.netty.buffer.Unpooled;
import io.tokenpace.bench.wire.sse.SseReader;
import io.tokenpace.bench.wire.sse.SseStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Streams kept with the tests, and what a reader makes of a stream. */
public final class Recorded {
    private static final int MAX_EVENT_BYTES = 1 << 20;

    private Recorded() {}

    /** Returns the bytes of a stream that lies beside a test. */
    public static byte[] bytes(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name + ".sse")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the same stream with other line ends. */
    public static byte[] withLineEnd(byte[] stream, String lineEnd) {
        return new String(stream, StandardCharsets.UTF_8).replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a stream that arrives cut at these places. */
    public static Answer read(AnswerReader reader, byte[] bytes, int... cuts) {
        Answer answer = new Answer();
        SseReader events = new SseReader(MAX_EVENT_BYTES);
        SseStream stream = new SseStream();
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : bytes.length;
            events.read(
                    Unpooled.wrappedBuffer(bytes, from, to - from),
                    stream,
                    (data, offset, length) -> reader.event(data, offset, length, answer));
            from = to;
        }
        events.finish(stream, (data, offset, length) -> reader.event(data, offset, length, answer));
        return answer;
    }

    /** Reads events into one answer. */
    public static Answer readEvents(AnswerReader reader, String... events) {
        Answer answer = new Answer();
        readInto(answer, reader, events);
        return answer;
    }

    /** Reads events into a given answer. */
    public static void readInto(Answer answer, AnswerReader reader, String... events) {
        for (String event : events) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            reader.event(bytes, 0, bytes.length, answer);
        }
    }
}
