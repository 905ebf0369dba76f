package io.tokenpace.bench.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** HTTP answers spelt out by hand. */
final class RawAnswers {
    static final String CHUNKED_HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    static final String UNTIL_CLOSE_HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
    static final String LAST_CHUNK = "0\r\n\r\n";

    private RawAnswers() {}

    static String chunk(String data) {
        return String.format(Locale.ROOT, "%x\r\n%s\r\n", data.getBytes(UTF_8).length, data);
    }

    /** Returns a whole answer in chunks, one for each piece. */
    static String chunked(String... pieces) {
        StringBuilder answer = new StringBuilder(CHUNKED_HEAD);
        for (String piece : pieces) {
            answer.append(chunk(piece));
        }
        return answer + LAST_CHUNK;
    }

    /** Returns a whole answer of known length. */
    static String stream(String body) {
        return answer("200 OK", "text/event-stream", body);
    }

    static String answer(String status, String contentType, String body) {
        return "HTTP/1.1 " + status + "\r\ncontent-type: " + contentType + "\r\ncontent-length: "
                + body.getBytes(UTF_8).length + "\r\n\r\n" + body;
    }
}
