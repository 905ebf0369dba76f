package io.tokenpace.bench.wire.anthropic;

import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Recorded;

/** The documented streams, and what is read from a stream. */
final class Streams {
    private Streams() {}

    /** Returns the bytes of a documented stream. */
    static byte[] bytes(String name) {
        return Recorded.bytes(Streams.class, name);
    }

    /** Returns the same stream with other line ends. */
    static byte[] bytes(String name, String lineEnd) {
        return Recorded.withLineEnd(bytes(name), lineEnd);
    }

    /** Reads a stream that arrives cut at these places. */
    static Answer read(AnswerReader reader, byte[] bytes, int... cuts) {
        return Recorded.read(reader, bytes, cuts);
    }

    /** Reads a documented stream that arrives whole. */
    static Answer read(String name) {
        return read(new AnthropicFormat().newReader(), bytes(name));
    }

    /** Reads events into one answer. */
    static Answer readEvents(AnswerReader reader, String... events) {
        return Recorded.readEvents(reader, events);
    }

    /** Reads events into a given answer. */
    static void readInto(Answer answer, AnswerReader reader, String... events) {
        Recorded.readInto(answer, reader, events);
    }

    /** Reads events into one answer, by a reader of their own. */
    static Answer readEvents(String... events) {
        return readEvents(new AnthropicFormat().newReader(), events);
    }
}
