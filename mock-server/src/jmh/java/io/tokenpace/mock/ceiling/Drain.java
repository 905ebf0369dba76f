package io.tokenpace.mock.ceiling;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * So many streams of one server, each asked for again as soon as it has ended, and all thrown away.
 *
 * <p>It looks at no byte but the last of each read, so that it costs the machine as little as a client can.
 */
final class Drain extends Thread implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 20;

    private final Selector selector = Selector.open();
    private final List<DrainedStream> streams = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private volatile Optional<IOException> failure = Optional.empty();
    private volatile boolean closed;

    Drain(InetSocketAddress server, int connections, int maxTokens) throws IOException {
        super("drain");
        setDaemon(true);
        String body = "{\"model\":\"any\",\"max_tokens\":" + maxTokens
                + ",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
        byte[] request = ("POST /v1/messages HTTP/1.1\r\nhost: mock\r\nanthropic-version: 2023-06-01\r\n"
                        + "content-length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(server);
            DrainedStream stream = new DrainedStream(channel, request);
            streams.add(stream);
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ, stream);
        }
    }

    @Override
    public void run() {
        try {
            for (DrainedStream stream : streams) {
                stream.ask();
            }
            while (!closed) {
                selector.select(this::read);
            }
        } catch (IOException e) {
            failure = Optional.of(e);
        }
    }

    private void read(SelectionKey key) {
        try {
            ((DrainedStream) key.attachment()).read(buffer);
        } catch (IOException e) {
            failure = Optional.of(e);
            closed = true;
        }
    }

    /** Returns the ids of the answers that have ended, one of each stream that has seen an end. */
    List<String> requestIds() throws IOException {
        check();
        return streams.stream()
                .map(DrainedStream::endedId)
                .flatMap(Optional::stream)
                .toList();
    }

    long bytes() throws IOException {
        check();
        return streams.stream().mapToLong(DrainedStream::bytes).sum();
    }

    private void check() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        selector.wakeup();
        try {
            join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (DrainedStream stream : streams) {
            stream.close();
        }
        selector.close();
    }
}
