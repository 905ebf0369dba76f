package io.tokenpace.mock.ceiling;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** One connection, on which answers are asked for and thrown away, one after another. */
final class DrainedStream implements Closeable {
    private static final String ID = "request-id: ";
    private static final int HEAD_BYTES = 1_024;

    /** The last eight bytes of a chunked answer: the end of a chunk, and the empty one. */
    private static final long LAST_BYTES =
            ByteBuffer.wrap("\n\r\n0\r\n\r\n".getBytes(US_ASCII)).getLong();

    private final SocketChannel channel;
    private final byte[] request;
    private long lastBytes;
    private String id = "";
    private volatile Optional<String> endedId = Optional.empty();
    private volatile long bytes;

    DrainedStream(SocketChannel channel, byte[] request) {
        this.channel = channel;
        this.request = request;
    }

    /** Sends the request, which a socket that has nothing else to send always takes whole. */
    void ask() throws IOException {
        id = "";
        channel.write(ByteBuffer.wrap(request));
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only the drain's thread writes
    void read(ByteBuffer buffer) throws IOException {
        int count = channel.read(buffer.clear());
        if (count < 0) {
            throw new EOFException("the server closed a connection");
        }
        bytes += count;
        buffer.flip();
        if (id.isEmpty() && count > 0) {
            id = id(buffer);
        }
        for (int i = Math.max(0, count - Long.BYTES); i < count; i++) {
            lastBytes = (lastBytes << Byte.SIZE) | (buffer.get(i) & 0xFF);
        }
        if (lastBytes == LAST_BYTES) {
            lastBytes = 0;
            endedId = Optional.of(id);
            ask();
        }
    }

    private static String id(ByteBuffer start) {
        byte[] head = new byte[Math.min(HEAD_BYTES, start.limit())];
        start.get(0, head);
        String text = new String(head, US_ASCII);
        int from = text.indexOf(ID) + ID.length();
        return text.substring(from, text.indexOf('\r', from));
    }

    Optional<String> endedId() {
        return endedId;
    }

    long bytes() {
        return bytes;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
