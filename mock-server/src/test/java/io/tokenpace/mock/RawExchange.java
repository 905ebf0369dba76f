package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that one request got back on a connection of its own, byte for byte, until the connection ended or the answer
 * was complete.
 *
 * @param bytes what came, one character for each byte
 * @param reads how many bytes had come after each read
 * @param end how it ended
 */
record RawExchange(String bytes, List<Integer> reads, End end) {
    private static final String HEAD_END = "\r\n\r\n";

    enum End {
        /** The server closed the connection. */
        CLOSED,
        /** The server reset it. */
        RESET,
        /** Nothing came for a while. */
        SILENT
    }

    /** Sends a body with some headers, and asks for the connection to be closed behind the answer. */
    static RawExchange post(URI server, String path, String body, String... headers) throws IOException {
        return post(server, path, body, 30_000, headers);
    }

    static RawExchange post(URI server, String path, String body, int patienceMillis, String... headers)
            throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(patienceMillis);
            StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\nhost: mock\r\nconnection: close\r\n");
            head.append("anthropic-version: 2023-06-01\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            byte[] payload = body.getBytes(UTF_8);
            head.append("content-length: ").append(payload.length).append(HEAD_END);
            socket.getOutputStream().write(head.toString().getBytes(UTF_8));
            socket.getOutputStream().write(payload);
            return read(socket);
        }
    }

    private static RawExchange read(Socket socket) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Integer> reads = new ArrayList<>();
        byte[] buffer = new byte[65_536];
        try {
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                bytes.write(buffer, 0, read);
                reads.add(bytes.size());
            }
            return new RawExchange(bytes.toString(ISO_8859_1), reads, End.CLOSED);
        } catch (SocketTimeoutException e) {
            return new RawExchange(bytes.toString(ISO_8859_1), reads, End.SILENT);
        } catch (SocketException e) {
            return new RawExchange(bytes.toString(ISO_8859_1), reads, End.RESET);
        }
    }

    /** The status line and the headers. */
    String head() {
        return bytes.substring(0, bytes.indexOf(HEAD_END) + 2);
    }

    String header(String name) {
        return RawClient.header(head().replace("\r", ""), name);
    }

    /** All behind the head, one character for each byte, chunk framing included. */
    String framed() {
        return bytes.substring(bytes.indexOf(HEAD_END) + HEAD_END.length());
    }

    /** The payloads of all chunks that came whole, as bytes in characters. */
    List<String> chunks() {
        List<String> chunks = new ArrayList<>();
        String rest = framed();
        while (rest.contains("\r\n")) {
            int lineEnd = rest.indexOf("\r\n");
            int length = Integer.parseInt(rest.substring(0, lineEnd), 16);
            if (length == 0 || rest.length() < lineEnd + 2 + length + 2) {
                break;
            }
            chunks.add(rest.substring(lineEnd + 2, lineEnd + 2 + length));
            rest = rest.substring(lineEnd + 2 + length + 2);
        }
        return chunks;
    }

    /** Whether the body ended as HTTP wants it to, with an empty chunk. */
    boolean isBodyComplete() {
        return framed().endsWith("\r\n0\r\n\r\n");
    }
}
