package io.tokenpace.mock.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.PendingWriteQueue;
import java.nio.channels.ClosedChannelException;

/**
 * Lets the first bytes of an answer pass, and holds what follows until it is told to let go. It stands between the HTTP
 * codec and the socket, and leaves with the last that it held.
 */
final class Dam extends ChannelOutboundHandlerAdapter {
    /** {@code HTTP/1.1 200 OK} and its line end. */
    static final int STATUS_LINE_BYTES = 17;

    private int toPass;
    private PendingWriteQueue held;

    Dam(int bytes) {
        toPass = bytes;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        held = new PendingWriteQueue(ctx);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes && toPass > 0 && bytes.readableBytes() > toPass) {
            ctx.write(bytes.readRetainedSlice(toPass), ctx.voidPromise());
            toPass = 0;
        } else if (message instanceof ByteBuf bytes && toPass > 0) {
            toPass -= bytes.readableBytes();
            ctx.write(message, promise);
            return;
        }
        held.add(message, promise);
    }

    /** Stands in the way of an answer from now on. */
    void raise(Stage stage) {
        stage.ctx().pipeline().addBefore(stage.raw().name(), "dam", this);
    }

    /** Lets everything go, and leaves. */
    void open(Stage stage) {
        held.removeAndWriteAll();
        stage.ctx().pipeline().remove(this);
    }

    /** Called when the connection ends as well. */
    @Override
    public void handlerRemoved(ChannelHandlerContext ctx) {
        held.removeAndFailAll(new ClosedChannelException());
    }
}
