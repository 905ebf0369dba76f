package io.tokenpace.bench.wire.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Random;

/** Answers with one to three faults in them, most of which a hostile service might think of. */
final class SpoiltAnswers {
    private static final List<String> SOUND = List.of(
            lines(
                    "HTTP/1.1 200 OK",
                    "content-type: text/event-stream",
                    "transfer-encoding: chunked",
                    "",
                    "5",
                    "Hello",
                    "10",
                    ", this is a test",
                    "0",
                    "",
                    ""),
            "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 12\r\nrequest-id: r\r\n\r\n{\"a\": \"b\"}\r\n",
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\n\r\ndata: until the end\n\n",
            lines(
                    "HTTP/1.1 100 Continue",
                    "",
                    "HTTP/1.1 103 Early Hints",
                    "link: </a>",
                    "",
                    "HTTP/1.1 200 OK",
                    "content-length: 2",
                    "",
                    "{}"),
            "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n",
            "HTTP/1.1 304 Not Modified\r\ncontent-length: 7\r\n\r\n",
            "HTTP/1.0 200 OK\r\nconnection: Keep-Alive\r\ncontent-length: 3\r\n\r\nabc",
            "HTTP/1.1 429 Too Many Requests\r\nretry-after: 7\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n",
            lines(
                    "HTTP/1.1 200 OK",
                    "Transfer-Encoding: Chunked",
                    "",
                    "A;name=value",
                    "0123456789",
                    "00;last",
                    "x-sum: 7",
                    "x-more: 8",
                    "",
                    ""),
            "HTTP/1.1 200\r\ntransfer-encoding: chunked\r\n\r\n003\r\nabc\r\n0\r\n\r\nsurplus");

    private static final List<String> PIECES = List.of(
            "\r\n",
            "\n",
            "\r",
            " ",
            "\t",
            ":",
            ";",
            ",",
            "0",
            "-",
            "+",
            "f",
            "\0",
            "\u00e9",
            "\r\n ",
            "\r\n\r\n",
            "\r\ncontent-length: 5",
            "\r\ncontent-length : 5",
            "\r\ncontent-length: +5",
            "\r\ncontent-length: 5, 5",
            "\r\ncontent-length: 99999999999999999999",
            "\r\ntransfer-encoding: chunked",
            "\r\ntransfer-encoding: gzip",
            "\r\ntransfer-encoding: chunked, gzip",
            "\r\nTransfer-Encoding: identity",
            "\r\nconnection: close",
            "\r\nx: y\r\n folded",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "7fffffff",
            "80000000",
            "100000000",
            "5\r\nHello\r\n",
            "0\r\n\r\n",
            "; extension=\"quoted\"",
            "\r\nx-sum: 7");

    private SpoiltAnswers() {}

    static byte[] next(Random random) {
        StringBuilder answer = new StringBuilder(pick(SOUND, random));
        for (int faults = 1 + random.nextInt(3); faults > 0; faults--) {
            spoil(answer, random);
        }
        return answer.toString().getBytes(ISO_8859_1);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private static void spoil(StringBuilder answer, Random random) {
        int at = random.nextInt(answer.length() + 1);
        int end = Math.min(answer.length(), at + 1 + random.nextInt(8));
        switch (random.nextInt(7)) {
            case 0 -> answer.insert(at, pick(PIECES, random));
            case 1 -> answer.insert(lineEnd(answer, at), pick(PIECES, random));
            case 2 -> answer.delete(at, Math.min(end, at + 1));
            case 3 -> answer.delete(at, end);
            case 4 -> answer.insert(at, answer.substring(at, end));
            case 5 -> answer.insert(at, (char) random.nextInt(256));
            default -> answer.setLength(Math.max(1, at));
        }
    }

    private static int lineEnd(StringBuilder answer, int from) {
        int end = answer.indexOf("\r\n", from);
        return end < 0 ? answer.length() : end;
    }

    private static String pick(List<String> some, Random random) {
        return some.get(random.nextInt(some.size()));
    }
}
