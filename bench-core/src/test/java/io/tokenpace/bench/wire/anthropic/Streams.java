package io.tokenpace.bench.wire.anthropic;

import io.netty.buffer.Unpooled;
import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.sse.SseReader;
import io.tokenpace.bench.wire.sse.SseStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The documented streams, and what is read from a stream. */
final class Streams {
    private static final int MAX_EVENT_BYTES = 1 << 20;

    private Streams() {}

    /** Returns the bytes of a documented stream. */
    static byte[] bytes(String name) {
        try (InputStream in = Streams.class.getResourceAsStream(name + ".sse")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the same stream with other line ends. */
    static byte[] bytes(String name, String lineEnd) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .replace("\n", lineEnd)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Reads a stream that arrives cut at these places. */
    static Answer read(AnswerReader reader, byte[] bytes, int... cuts) {
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

    /** Reads a documented stream that arrives whole. */
    static Answer read(String name) {
        return read(new AnthropicFormat().newReader(), bytes(name));
    }

    /** Reads events into one answer. */
    static Answer readEvents(AnswerReader reader, String... events) {
        Answer answer = new Answer();
        readInto(answer, reader, events);
        return answer;
    }

    /** Reads events into a given answer. */
    static void readInto(Answer answer, AnswerReader reader, String... events) {
        for (String event : events) {
            byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
            reader.event(bytes, 0, bytes.length, answer);
        }
    }

    /** Reads events into one answer, by a reader of their own. */
    static Answer readEvents(String... events) {
        return readEvents(new AnthropicFormat().newReader(), events);
    }
}
