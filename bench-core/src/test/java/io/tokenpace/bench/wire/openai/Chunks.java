package io.tokenpace.bench.wire.openai;

import io.tokenpace.bench.wire.Answer;
import io.tokenpace.bench.wire.AnswerReader;
import io.tokenpace.bench.wire.Parameters;
import io.tokenpace.bench.wire.Recorded;
import java.nio.charset.StandardCharsets;

/** Streams of chunks as services send them, and what is read from them. */
final class Chunks {
    private Chunks() {}

    static AnswerReader newReader() {
        return new ChatFormat(Parameters.STREAMING, Dialect.SERVER).newReader();
    }

    /** Reads a recorded stream that arrives whole. */
    static Answer read(String name) {
        return Recorded.read(newReader(), Recorded.bytes(Chunks.class, name));
    }

    /** Reads events into one answer, by a reader of their own. */
    static Answer readEvents(String... events) {
        return Recorded.readEvents(newReader(), events);
    }

    /** Reads chunks of one choice with these deltas into one answer. */
    static Answer readDeltas(String... deltas) {
        String[] events = new String[deltas.length];
        for (int i = 0; i < deltas.length; i++) {
            events[i] = "{\"choices\":[{\"index\":0,\"delta\":" + deltas[i] + ",\"finish_reason\":null}]}";
        }
        return readEvents(events);
    }

    static Answer readWhole(String body) {
        Answer answer = new Answer();
        newReader().whole(body.getBytes(StandardCharsets.UTF_8), answer);
        return answer;
    }

    static String refusal(String body) {
        return newReader().refusal(body.getBytes(StandardCharsets.UTF_8));
    }
}
