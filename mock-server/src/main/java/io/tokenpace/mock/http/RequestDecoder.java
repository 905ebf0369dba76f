package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads requests off a connection, and sends {@link Notice#TOO_SLOW} on when one does not come on: a head that is not
 * complete so long after its first byte, a body that has not grown for so long.
 *
 * <p>A connection between two requests is left alone. A request that comes in one read arms no timer.
 */
final class RequestDecoder extends HttpRequestDecoder {
    private final long patienceNanos;
    private boolean halfSent;
    private long progressNanos;
    private Optional<Future<?>> timer = Optional.empty();

    RequestDecoder(Duration patience) {
        patienceNanos = patience.toNanos();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object bytes) throws Exception {
        super.channelRead(ctx, bytes);
        if (halfSent && timer.isEmpty() && !ctx.isRemoved()) {
            arm(ctx, patienceNanos);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        super.decode(ctx, in, out);
        if (!out.isEmpty() || !halfSent) {
            progressNanos = System.nanoTime();
        }
        halfSent = out.isEmpty() || !(out.get(out.size() - 1) instanceof LastHttpContent);
    }

    private void arm(ChannelHandlerContext ctx, long nanos) {
        timer = Optional.of(ctx.executor().schedule(() -> check(ctx), nanos, TimeUnit.NANOSECONDS));
    }

    private void check(ChannelHandlerContext ctx) {
        timer = Optional.empty();
        if (!halfSent) {
            return;
        }
        if (!ctx.channel().config().isAutoRead()) {
            // It is the server that does not read on.
            progressNanos = System.nanoTime();
        }
        long leftNanos = progressNanos + patienceNanos - System.nanoTime();
        if (leftNanos > 0) {
            arm(ctx, leftNanos);
        } else {
            ctx.fireUserEventTriggered(Notice.TOO_SLOW);
        }
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext ctx) throws Exception {
        timer.ifPresent(armed -> armed.cancel(false));
        super.handlerRemoved0(ctx);
    }
}
