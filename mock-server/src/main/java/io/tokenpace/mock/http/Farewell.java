package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that its last answer is read: closes the way out, and drops what still comes in until the client
 * closes too.
 *
 * <p>To close at once what has unread bytes resets it, and the reset can overtake the answer on its way to a client that
 * is still sending. Both what is dropped and how long it may take are bounded.
 */
final class Farewell extends ChannelInboundHandlerAdapter {
    private final long mostBytes;
    private final Duration patience;
    private final Optional<Encryption> tls;
    private long dropped;
    private Optional<Future<?>> timer = Optional.empty();

    private Farewell(Reception reception) {
        mostBytes = 2L * reception.limits().bodyBytes();
        patience = reception.limits().farewell();
        tls = reception.tls();
    }

    /** Closes a connection whose last answer has been handed to the kernel. */
    static void bid(Channel channel, Reception reception) {
        if (channel.isActive()) {
            // Before all others: nothing that comes now is to be decoded.
            channel.pipeline().addFirst(new Farewell(reception));
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        Channel channel = ctx.channel();
        timer = Optional.of(ctx.executor().schedule(() -> channel.close(), patience.toNanos(), TimeUnit.NANOSECONDS));
        tls.ifPresent(encryption -> encryption.endOutput(channel));
        if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
        channel.config().setAutoRead(true);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        dropped += message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        ReferenceCountUtil.release(message);
        if (dropped > mostBytes) {
            ctx.close();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        timer.ifPresent(armed -> armed.cancel(false));
    }
}
