package io.tokenpace.bench.client;

import io.tokenpace.bench.TextDeltas;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The answers that benchmarks read over and over: a request for one says nothing, the number of its events is agreed on. */
final class PreparedAnswer {
    /** All requests are of this length, so that a server can count them without reading. */
    static final byte[] REQUEST = ascii("""
            POST /v1/messages HTTP/1.1
            host: 127.0.0.1
            accept: text/event-stream
            content-length: 0

            """.replace("\n", "\r\n"));

    private static final byte[] HEAD = ascii("""
            HTTP/1.1 200 OK
            content-type: text/event-stream; charset=utf-8
            cache-control: no-cache
            date: Sat, 21 Nov 2026 12:00:00 GMT
            request-id: req_011CSHoEeqs5C35K2UUqR7Fy
            transfer-encoding: chunked

            """.replace("\n", "\r\n"));
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");

    private static final String START = """
            event: message_start
            data: {"type":"message_start","message":{"usage":{"input_tokens":25,"output_tokens":1}}}

            """;
    private static final String STOP = """
            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":1000}}

            event: message_stop
            data: {"type":"message_stop"}

            """;

    private PreparedAnswer() {}

    /** Returns a whole answer with so many events of text, each a chunk of its own. */
    static byte[] of(int events) {
        byte[] delta = chunk(TextDeltas.events(1));
        byte[] start = chunk(ascii(START));
        byte[] stop = chunk(ascii(STOP));
        byte[] answer = new byte[HEAD.length + start.length + events * delta.length + stop.length + LAST_CHUNK.length];
        int at = append(answer, 0, HEAD);
        at = append(answer, at, start);
        for (int i = 0; i < events; i++) {
            at = append(answer, at, delta);
        }
        at = append(answer, at, stop);
        append(answer, at, LAST_CHUNK);
        return answer;
    }

    private static byte[] chunk(byte[] data) {
        byte[] size = ascii(String.format(Locale.ROOT, "%x\r\n", data.length));
        byte[] chunk = new byte[size.length + data.length + 2];
        int at = append(chunk, append(chunk, 0, size), data);
        append(chunk, at, ascii("\r\n"));
        return chunk;
    }

    private static int append(byte[] to, int at, byte[] piece) {
        System.arraycopy(piece, 0, to, at, piece.length);
        return at + piece.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
