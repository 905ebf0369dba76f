package io.tokenpace.bench.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.tokenpace.bench.wire.anthropic.AnthropicFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One connection without a socket: bytes go in exactly as the test cuts them, each piece an arrival of its own. Its clock
 * moves on by {@value #STEP_NANOS} ns an arrival.
 */
final class ByteRig {
    static final long STEP_NANOS = 1_000_000;

    private static final Endpoint SERVICE = Endpoint.parse("http://service");

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ClientLoop loop;
    private final Connection connection;
    private long nowNanos;
    private boolean ended;
    private Exchange exchange = newExchange();

    ByteRig() {
        Way way = new Way(new Route(SERVICE, List.of(), Optional.empty(), Optional.empty()), 0);
        loop = new ClientLoop(
                channel.eventLoop(),
                new Bootstrap(),
                Target.of(SERVICE),
                List.of(way),
                new AnthropicFormat(),
                Timeouts.DEFAULT,
                () -> nowNanos);
        channel.pipeline().addLast(new ReadStamp(() -> nowNanos, false));
        connection = loop.adopt(channel, way);
    }

    ByteRig send() {
        exchange = newExchange();
        ended = false;
        connection.send(exchange);
        channel.releaseOutbound();
        return this;
    }

    /** Lets bytes arrive, cut at these places. */
    ByteRig receive(byte[] bytes, int... cuts) {
        int from = 0;
        for (int i = 0; i <= cuts.length; i++) {
            int to = i < cuts.length ? cuts[i] : bytes.length;
            nowNanos += STEP_NANOS;
            channel.writeInbound(Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, from, to)));
            from = to;
        }
        return this;
    }

    ByteRig close() {
        nowNanos += STEP_NANOS;
        channel.close();
        return this;
    }

    /** Returns the latest exchange, whether or not it has ended. */
    Exchange exchange() {
        return exchange;
    }

    boolean hasEnded() {
        return ended;
    }

    /** Returns whether the connection could carry another exchange. */
    boolean isOpen() {
        return channel.isActive();
    }

    private Exchange newExchange() {
        return new Exchange(
                new PreparedRequest(0, false, 0, 25, 256, 0, new byte[0]), nowNanos, nowNanos, over -> ended = true);
    }
}
