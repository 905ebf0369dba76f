package io.tokenpace.mock;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;

/** One HTTP/1.1 connection that sees the bytes as they come, framing included. */
final class RawClient implements Closeable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    RawClient(URI server) throws IOException {
        this(server, 0);
    }

    /** Connects with room for so many bytes that were not read yet; 0 leaves it to the system. */
    RawClient(URI server, int receiveBytes) throws IOException {
        socket = new Socket();
        if (receiveBytes > 0) {
            socket.setReceiveBufferSize(receiveBytes);
        }
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends a request for the Messages API. */
    void post(String body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("POST /v1/messages HTTP/1.1\r\nhost: mock\r\n");
        head.append("anthropic-version: 2023-06-01\r\ncontent-type: application/json\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("content-length: ").append(body.getBytes(UTF_8).length).append("\r\n\r\n");
        send(head + body);
    }

    void send(String text) throws IOException {
        send(text.getBytes(UTF_8));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Reads the status line and the headers, up to the blank line. */
    String head() throws IOException {
        StringBuilder head = new StringBuilder();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /** Reads one chunk; an empty one is the last. */
    String chunk() throws IOException {
        int length = Integer.parseInt(line(), 16);
        String payload = new String(in.readNBytes(length), UTF_8);
        if (!line().isEmpty()) {
            throw new IOException("a chunk must end with a line end");
        }
        return payload;
    }

    /** Reads all chunks to the last. */
    String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (String chunk = chunk(); !chunk.isEmpty(); chunk = chunk()) {
            body.append(chunk);
        }
        return body.toString();
    }

    /** Reads a body of known length. */
    String body(String head) throws IOException {
        String length = header(head, "content-length");
        return new String(in.readNBytes(Integer.parseInt(length)), UTF_8);
    }

    static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is missing from " + head));
    }

    /** Returns whether the server has closed the connection, once it says either. */
    boolean isClosedByServer() throws IOException {
        return in.read() == -1;
    }

    /** Reads whatever comes until the server closes the connection. */
    String readToEnd() throws IOException {
        return new String(in.readAllBytes(), UTF_8);
    }

    /** Says that nothing more will be sent, and goes on reading. */
    void closeHalf() throws IOException {
        socket.shutdownOutput();
    }

    /** Breaks the connection off with a reset. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    /** Goes away in the middle of an answer. */
    void leave() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next == -1) {
                throw new EOFException("the connection ended after: " + line);
            }
            line.append(new String(new byte[] {(byte) next}, ISO_8859_1));
        }
        line.setLength(line.length() - 1);
        return line.toString();
    }
}
